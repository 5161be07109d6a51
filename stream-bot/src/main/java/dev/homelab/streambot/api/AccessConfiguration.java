package dev.homelab.streambot.api;

import dev.homelab.common.internal.InternalAccess;
import dev.homelab.common.internal.InternalAccess.Grant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    static final String DASHBOARD = "dashboard";

    private static final List<Grant> LOOKING = List.of(
            new Grant(DASHBOARD, HttpMethod.GET, "/internal/v1/connections/**"),
            new Grant(DASHBOARD, HttpMethod.POST, "/internal/v1/connections/*/refresh"),
            new Grant(DASHBOARD, HttpMethod.GET, "/internal/v1/oauth-sessions/statistics"),
            new Grant(DASHBOARD, HttpMethod.GET, "/internal/v1/audit/**"));

    @Bean
    InternalAccess access(HandOutSettings handOut) {
        Stream<Grant> tokens =
                handOut.callers().stream().map(caller -> new Grant(caller, HttpMethod.POST, "/internal/v1/tokens"));
        return new InternalAccess(Stream.concat(LOOKING.stream(), tokens).toList());
    }
}
