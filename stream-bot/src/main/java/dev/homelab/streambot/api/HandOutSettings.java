package dev.homelab.streambot.api;

import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets tokens of streamers.
 *
 * @param callers by their names, as in {@code homelab.internal.callers}; nobody by default, and never the dashboard
 */
@ConfigurationProperties("homelab.hand-out")
record HandOutSettings(@DefaultValue List<String> callers) {

    HandOutSettings {
        callers = callers.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (callers.contains(AccessConfiguration.DASHBOARD)) {
            throw new InvalidSetting(
                    "TOKEN_CALLERS",
                    "names the dashboard, which has no use for tokens",
                    "name services that act for streamers");
        }
    }
}
