package dev.homelab.dashboard.access.provider;

import dev.homelab.common.signin.NoClients;
import dev.homelab.dashboard.access.Providers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Spring Security's OAuth2 login with our deadlines, our people and our words. */
@Component
class ProviderSignIn implements Providers {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

    private static final String PAGE = "/sign-in";

    private final DiscordSettings discord;
    private final OidcSettings oidc;
    private final Accounts accounts;
    private final Admission admission;

    ProviderSignIn(DiscordSettings discord, OidcSettings oidc, Accounts accounts, Admission admission) {
        this.discord = discord;
        this.oidc = oidc;
        this.accounts = accounts;
        this.admission = admission;
    }

    @Override
    public List<Provider> offered() {
        List<Provider> offered = new ArrayList<>();
        if (discord.enabled()) {
            offered.add(new Provider(Registrations.DISCORD, "Discord"));
        }
        if (oidc.enabled()) {
            offered.add(new Provider(Registrations.OIDC, oidc.title()));
        }
        return List.copyOf(offered);
    }

    @Override
    public void applyTo(HttpSecurity http) {
        if (!offered().isEmpty()) {
            http.oauth2Login(this::configure);
        }
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(PAGE)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(start -> start.baseUri(PAGE))
                .redirectionEndpoint(callback -> callback.baseUri(PAGE + "/*/callback"))
                .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
                .userInfoEndpoint(who -> who.userService(accounts::ofDiscord).oidcUserService(accounts::ofOidc))
                .defaultSuccessUrl("/", true)
                .failureHandler(ProviderSignIn::failed);
        login.addObjectPostProcessor(new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
            @Override
            public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationResultConverter(admission);
                return filter;
            }
        });
        login.addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(ProviderSignIn::failed);
                return filter;
            }
        });
    }

    private static RestClientAuthorizationCodeTokenResponseClient codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(Accounts.HTTP
                .applyTo(RestClient.builder())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case UnknownAccount unknown -> {
                request.getSession().setAttribute(UNKNOWN, unknown.id());
                response.sendRedirect(PAGE + "?unknown");
            }
            case AuthenticationServiceException _ -> response.sendRedirect(PAGE + "?away");
            default -> {
                log.info("A sign-in at a provider came to nothing: {}", code(failure));
                response.sendRedirect(PAGE + "?elsewhere");
            }
        }
    }

    /** The code may come from the query of the callback, which anybody can write. */
    private static String code(AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        return code.matches("[a-zA-Z_]{1,50}") ? code : "an error code that is none";
    }
}
