package dev.homelab.streambot.refresh;

import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.streambot.platform.PlatformHttp;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance looks after due tokens.
 *
 * @param poll how often it looks
 * @param lease how long a link is its own; longer than any answer of a platform may take
 * @param batch how many it takes, and asks about, at once
 * @param misconfigured how long a platform that refuses our client is left alone
 */
@ConfigurationProperties("homelab.refresh")
record RefreshSettings(
        @DefaultValue("2s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("20") int batch,
        @DefaultValue("5m") Duration misconfigured) {

    private static final int MOST = 200;

    RefreshSettings {
        if (batch < 1 || batch > MOST) {
            throw new InvalidSetting("homelab.refresh.batch", "is " + batch, "set it to 1 to " + MOST);
        }
    }

    /** Connecting, asking and settling must fit into a lease twice over. */
    void check(PlatformHttp http) {
        if (lease.compareTo(http.connect().plus(http.deadline()).multipliedBy(2)) < 0) {
            throw new InvalidSetting(
                    "homelab.refresh.lease", "is shorter than two deadlines of a platform", "set it to 60s");
        }
    }
}
