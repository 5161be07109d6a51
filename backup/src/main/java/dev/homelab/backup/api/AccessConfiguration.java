package dev.homelab.backup.api;

import dev.homelab.common.internal.InternalAccess;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final int LAST = 3;

    @Bean
    InternalAccess access() {
        return InternalAccess.of(
                new InternalAccess.Grant("dashboard", HttpMethod.GET, "/internal/v1/backups"),
                new InternalAccess.Grant("dashboard", HttpMethod.POST, "/internal/v1/backups"),
                new InternalAccess.Grant("dashboard", HttpMethod.POST, "/internal/v1/backups/*/drill"));
    }

    /** There is nothing for people here; how a refusal ended is told by the page of errors. */
    @Bean
    @Order(LAST)
    SecurityFilterChain nobodyElse(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
