package dev.homelab.streambot.oauth;

import dev.homelab.streambot.limit.LimitFilter;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who may see what, and Spring Security's OAuth2 login with our own storage. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain streamers(
            HttpSecurity http,
            Platforms platforms,
            LimitFilter limits,
            StartResolver starts,
            StoredAuthorizationRequests requests,
            AccountLookup accounts,
            SignIn signIn,
            CallbackSuccess success,
            CallbackFailure failure,
            SignOutNote signOut,
            PublicAddress address) {
        return http.authorizeHttpRequests(
                        allowed -> allowed.requestMatchers("/", "/problem/*", "/sign-in/*", "/homelab/**", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(limits, OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(new CallbackGuard(platforms), OAuth2LoginAuthenticationFilter.class)
                .oauth2Login(login -> {
                    login.loginPage("/")
                            .authorizationEndpoint(start ->
                                    start.authorizationRequestResolver(starts).authorizationRequestRepository(requests))
                            .redirectionEndpoint(callback -> callback.baseUri(CallbackGuard.CALLBACKS))
                            .userInfoEndpoint(
                                    who -> who.userService(accounts::plain).oidcUserService(accounts::oidc))
                            .successHandler(success)
                            .failureHandler(failure);
                    login.addObjectPostProcessor(converting(signIn));
                    login.addObjectPostProcessor(failingAsItIs());
                })
                .logout(out ->
                        out.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/")))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new ContentPolicy(platforms, address)))
                .build();
    }

    /** A start that the database refuses is no server error, nor is its stack trace one for the log. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failingAsItIs() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler((request, response, failure) -> {
                    throw failure.getCause() instanceof DataAccessException away ? away : failure;
                });
                return filter;
            }
        };
    }

    private static ObjectPostProcessor<OAuth2LoginAuthenticationFilter> converting(SignIn signIn) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationResultConverter(signIn);
                return filter;
            }
        };
    }
}
