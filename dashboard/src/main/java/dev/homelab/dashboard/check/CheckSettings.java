package dev.homelab.dashboard.check;

import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this system itself is watched, and where more checks are written down.
 *
 * @param every from one look at one of our own parts to the next, 1 s to 1 h
 * @param file of more checks, as JSON; empty for none
 * @param proxy where the proxy listens, as host:port; empty where there is none
 * @param outside what people's browsers ask, by the way that they come; empty for nothing
 */
@ConfigurationProperties("homelab.checks")
public record CheckSettings(
        @DefaultValue("3s") Duration every,
        @DefaultValue("") String file,
        @DefaultValue("") String proxy,
        @DefaultValue("") String outside) {

    private static final int LAST_PORT = 65_535;
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9._-]{1,253}):([0-9]{1,5})|");

    public CheckSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidSetting("CHECK_EVERY", "is not between a second and an hour", "set it to 3s");
        }
        Matcher address = HOST_AND_PORT.matcher(proxy);
        if (!address.matches() || (address.group(2) != null && Integer.parseInt(address.group(2)) > LAST_PORT)) {
            throw new InvalidSetting(
                    "CHECK_PROXY", "is not of the form host:port", "set it to caddy:443, or leave it out");
        }
    }
}
