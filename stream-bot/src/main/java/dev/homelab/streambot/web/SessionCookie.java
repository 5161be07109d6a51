package dev.homelab.streambot.web;

import dev.homelab.streambot.platform.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The login cookie, kept from other hosts and from plain HTTP wherever people come over HTTPS. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    @Bean
    CookieSerializer sessionCookies(PublicAddress address) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName((address.secure() ? "__Host-" : "") + "stream-bot-session");
        cookies.setUseSecureCookie(address.secure());
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return cookies;
    }
}
