package dev.homelab.streambot.limit;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    LimitFilter limits(RateLimits limits, LimitSettings settings) {
        return new LimitFilter(limits, settings);
    }

    /** It stands among Spring Security's filters, where it is known who is signed in, and nowhere else. */
    @Bean
    FilterRegistrationBean<LimitFilter> notAmongTheServletFilters(LimitFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
