package dev.homelab.common.internal;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** The chains that every service has before its own: {@code /internal/**} by caller token, probes and metrics open. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@EnableConfigurationProperties(InternalSettings.class)
class InternalSecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InternalAccess nobody() {
        return InternalAccess.of();
    }

    /** Each filter would be observed in each request, though nobody looks at that. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain internal(HttpSecurity http, InternalSettings settings, InternalAccess access) {
        return http.securityMatcher("/internal/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new CallerTokenFilter(settings), AuthorizationFilter.class)
                .exceptionHandling(
                        failed -> failed.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> {
                    access.grants()
                            .forEach(grant -> requests.requestMatchers(grant.method(), grant.pattern())
                                    .hasAuthority(CallerTokenFilter.authority(grant.caller())));
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    /** Metrics and probes carry no secret and no name; the proxy never forwards them. */
    @Bean
    @Order(2)
    SecurityFilterChain probes(HttpSecurity http) {
        return http.securityMatcher("/livez", "/readyz", "/actuator/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
