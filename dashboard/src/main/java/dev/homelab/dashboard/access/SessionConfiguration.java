package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Boot makes its repository only where there is no other, so that it is wrapped once it is made. */
    @Bean
    static BeanPostProcessor steadySessions(ObjectProvider<Ledger> ledger) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository kept
                        ? new SteadySessions<>(kept, ledger.getObject())
                        : bean;
            }
        };
    }

    @Bean
    CookieSerializer sessionCookies(PlaceSettings place) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName((place.secure() ? "__Host-" : "") + "dashboard-session");
        cookies.setUseSecureCookie(place.secure());
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return cookies;
    }
}
