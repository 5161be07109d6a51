package dev.homelab.common.correlation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its id, before anything else says something about it. */
@AutoConfiguration
public class CorrelationConfiguration {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> correlation() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new CorrelationFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Strangers name no ids: they could make their requests look like parts of others'. */
    static final class CorrelationFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean ours = request.getRequestURI().startsWith("/internal/");
            try (var _ = Correlation.begin(ours ? request.getHeader(Correlation.HEADER) : null)) {
                Correlation.current().ifPresent(id -> response.setHeader(Correlation.HEADER, id));
                chain.doFilter(request, response);
            }
        }
    }
}
