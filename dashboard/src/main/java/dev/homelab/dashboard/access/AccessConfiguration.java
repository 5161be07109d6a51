package dev.homelab.dashboard.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Which path is for whom. What is not named here is for nobody. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For programs: by token alone, without cookies. */
    @Bean
    @Order(9)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) {
        ApiRefusals refusals = new ApiRefusals();
        String read = TokenFilter.authority(TokenScope.READ);
        String push = TokenFilter.authority(TokenScope.PUSH);
        String manage = TokenFilter.authority(TokenScope.MANAGE_CHECKS);
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
                .addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .hasAuthority(read)
                        .requestMatchers(HttpMethod.POST, "/api/v1/push/*", "/api/alerts/prometheus")
                        .hasAuthority(push)
                        .requestMatchers(HttpMethod.PUT, "/api/v1/checks/*")
                        .hasAuthority(manage)
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/checks/*")
                        .hasAuthority(manage)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain pages(HttpSecurity http, Providers providers, SignInRefused refused) {
        providers.applyTo(http);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/sign-in", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/homelab/**", "/status", "/badges/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/live", "/groups/*", "/checks/*", "/incidents/**")
                        .hasRole("VIEWER")
                        .requestMatchers(HttpMethod.GET, "/containers/**", "/backups", "/account")
                        .hasRole("VIEWER")
                        .requestMatchers(HttpMethod.POST, "/account/*", "/checks/*/look")
                        .hasRole("VIEWER")
                        .requestMatchers(HttpMethod.POST, "/incidents/*/notes", "/tickets/*/replies")
                        .hasRole("SUPPORT")
                        .requestMatchers("/tickets/types/**")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.GET, "/tickets", "/tickets/*")
                        .hasRole("SUPPORT")
                        .requestMatchers("/connections/**", "/audit", "/readiness", "/settings/**", "/backups/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/", true)
                        .failureHandler(AccessConfiguration::failed))
                // A sign-in leads to the overview, so what a stranger asked for before needs no session.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refused))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?bye"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = switch (failure) {
            case LockedException _ -> "wait";
            case AuthenticationServiceException _ -> "away";
            default -> "error";
        };
        response.sendRedirect("/sign-in?" + why);
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("ADMIN")
                .implies("SUPPORT")
                .role("SUPPORT")
                .implies("VIEWER")
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
