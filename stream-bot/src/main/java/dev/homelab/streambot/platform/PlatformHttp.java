package dev.homelab.streambot.platform;

import dev.homelab.common.http.OutboundHttp;
import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/**
 * How long and how much we listen to a platform.
 *
 * @param deadline for a whole answer, at most 20 s, so that it stays below the lease of a refresh
 */
@ConfigurationProperties("homelab.platform-http")
public record PlatformHttp(
        @DefaultValue("3s") Duration connect,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("256KB") DataSize largest) {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    public PlatformHttp {
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
            throw new InvalidSetting("homelab.platform-http.deadline", "is not within 20 s", "set it to 10s");
        }
    }

    /** Made without Boot's observations on purpose: a token in a query would end in a trace. */
    public RestClient.Builder client() {
        return new OutboundHttp(connect, deadline, largest).applyTo(RestClient.builder());
    }
}
