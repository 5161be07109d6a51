package dev.homelab.discordbot.web;

import dev.homelab.common.signin.NoClients;
import dev.homelab.discordbot.transcript.PublicAddress;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.client.RestClientException;

/** Readers sign in with Discord; everything that is not a page for them is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String SIGN_IN = "/tickets/sign-in";
    private static final String DISCORD = "discord";
    private static final String CALLBACK = "/tickets/oauth/discord/callback";

    @Bean
    SecurityFilterChain pagesForReaders(
            HttpSecurity http, SignInSettings settings, DiscordUsers users, TokenSeal seal) {
        http.authorizeHttpRequests(allowed -> allowed.requestMatchers(HttpMethod.GET, SIGN_IN, "/homelab/**", "/error")
                        .permitAll()
                        .requestMatchers("/tickets/**", "/transcripts/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .logout(out -> out.logoutUrl("/tickets/sign-out").logoutSuccessUrl(SIGN_IN))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                                        + " frame-ancestors 'none'; form-action 'self' "
                                        + settings.authorizationOrigin())));
        if (settings.enabled()) {
            http.oauth2Login(login -> login.loginPage(SIGN_IN)
                    .authorizedClientRepository(new NoClients())
                    .authorizationEndpoint(start -> start.baseUri(SIGN_IN))
                    .redirectionEndpoint(callback -> callback.baseUri(CALLBACK))
                    .userInfoEndpoint(who -> who.userService(request -> signedIn(request, users, seal)))
                    .defaultSuccessUrl("/tickets")
                    .failureUrl(SIGN_IN + "?failed"));
        }
        return http.build();
    }

    /** A link to a transcript leads there, also by way of Discord. */
    private static HttpSessionRequestCache pagesToComeBackTo() {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/transcripts/{id}"));
        return pages;
    }

    private static SignedIn signedIn(OAuth2UserRequest request, DiscordUsers users, TokenSeal seal) {
        String token = request.getAccessToken().getTokenValue();
        try {
            DiscordUsers.User user = users.self(token);
            return new SignedIn(user.id(), user.shownName(), seal.seal(token));
        } catch (SignInExpired | DiscordAway | RestClientException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("user_unknown"), "Discord did not say who", e);
        }
    }

    @Bean
    ClientRegistrationRepository discordClient(SignInSettings settings, PublicAddress address) {
        if (!settings.enabled()) {
            return id -> null;
        }
        ClientRegistration discord = ClientRegistration.withRegistrationId(DISCORD)
                .clientName("Discord")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret().reveal())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(settings.authorizationUri())
                .tokenUri(settings.tokenUri())
                .redirectUri(address.url() + CALLBACK)
                .scope("identify", "guilds", "guilds.members.read")
                .build();
        return id -> Objects.equals(id, DISCORD) ? discord : null;
    }

    @Bean
    CookieSerializer sessionCookies(PublicAddress address) {
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName((address.secure() ? "__Host-" : "") + "discord-bot-session");
        cookies.setUseSecureCookie(address.secure());
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return cookies;
    }
}
