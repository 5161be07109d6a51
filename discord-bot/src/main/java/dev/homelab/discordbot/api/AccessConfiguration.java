package dev.homelab.discordbot.api;

import dev.homelab.common.internal.InternalAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration
class AccessConfiguration {

    @Bean
    InternalAccess access() {
        return InternalAccess.of(
                new InternalAccess.Grant("dashboard", HttpMethod.GET, "/internal/v1/tickets/**"),
                new InternalAccess.Grant("dashboard", HttpMethod.POST, "/internal/v1/tickets/*/replies"),
                new InternalAccess.Grant("dashboard", HttpMethod.GET, "/internal/v1/servers/**"),
                new InternalAccess.Grant("dashboard", HttpMethod.GET, "/internal/v1/ticket-types"),
                new InternalAccess.Grant("dashboard", HttpMethod.POST, "/internal/v1/ticket-types"),
                new InternalAccess.Grant("dashboard", HttpMethod.PUT, "/internal/v1/ticket-types/*"),
                new InternalAccess.Grant("dashboard", HttpMethod.POST, "/internal/v1/channel-notices"),
                new InternalAccess.Grant("stream-bot", HttpMethod.POST, "/internal/v1/direct-messages"));
    }
}
