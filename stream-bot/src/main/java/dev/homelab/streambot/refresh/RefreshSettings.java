package dev.homelab.streambot.refresh;

import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.streambot.platform.PlatformHttp;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance looks after due tokens.
 *
 * @param lease how long after its turn a link is its own; longer than any answer of a platform may take
 * @param concurrent calls to one platform at once, by this instance
 * @param callsPerSecond to each platform, by all instances together; 0 for no budget
 * @param ours how long a platform that refuses our client is left alone
 */
@ConfigurationProperties("homelab.refresh")
record RefreshSettings(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("32") int concurrent,
        @DefaultValue Map<String, Integer> callsPerSecond,
        @DefaultValue("5m") Duration ours) {

    private static final int MOST = 500;

    /** Turns are a little further apart than the budget asks for, as calls take unequally long to arrive. */
    private static final double USED_SHARE = 0.93;

    /** A call that comes later than this after its turn could be one too many in somebody's second. */
    static final Duration LATEST = Duration.ofMillis(50);

    RefreshSettings {
        callsPerSecond = Map.copyOf(callsPerSecond);
        if (concurrent < 1 || concurrent > MOST) {
            throw new InvalidSetting("homelab.refresh.concurrent", "is " + concurrent, "set it to 1 to " + MOST);
        }
    }

    /** Between two calls to a platform. */
    Duration spacing(String platform) {
        int calls = callsPerSecond.getOrDefault(platform, 0);
        return calls <= 0 ? Duration.ZERO : Duration.ofNanos((long) (1_000_000_000 / (calls * USED_SHARE)));
    }

    /** Connecting, asking twice and settling must fit into a lease. */
    void check(PlatformHttp http) {
        if (lease.compareTo(http.connect().plus(http.deadline()).multipliedBy(2)) < 0) {
            throw new InvalidSetting(
                    "homelab.refresh.lease", "is shorter than two deadlines of a platform", "set it to 60s");
        }
    }
}
