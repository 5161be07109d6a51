package dev.homelab.streambot.web;

import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.ConnectionState;
import dev.homelab.streambot.platform.Feature;
import dev.homelab.streambot.platform.Platform;
import java.util.List;
import java.util.Locale;

/** How a link is, as its streamer sees it. */
enum Standing {
    LIVE("up", Help.NONE),
    /** Something is not granted that the link needs. */
    INCOMPLETE("warn", Help.GRANT),
    /** It ends soon, whatever we do. */
    ENDING("warn", Help.AGAIN),
    RETRYING("warn", Help.NONE),
    BROKEN("down", Help.AGAIN),
    /** The platform is switched off here. */
    OFF("unknown", Help.NONE);

    /** The button that helps; {@code help.<key>} is its text. */
    enum Help {
        NONE,
        AGAIN,
        GRANT;

        String key() {
            return "help." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final String tone;
    private final Help help;

    Standing(String tone, Help help) {
        this.tone = tone;
        this.help = help;
    }

    static Standing of(Connection connection, Platform platform, List<Feature> missing, boolean ending) {
        if (!platform.settings().enabled()) {
            return OFF;
        }
        if (connection.state() != ConnectionState.LIVE) {
            return connection.state() == ConnectionState.BROKEN ? BROKEN : RETRYING;
        }
        if (ending) {
            return ENDING;
        }
        return missing.stream().anyMatch(Feature::required) ? INCOMPLETE : LIVE;
    }

    /** A class of the shared style sheet. */
    String tone() {
        return tone;
    }

    Help help(List<Feature> missing) {
        return this == LIVE && !missing.isEmpty() ? Help.GRANT : help;
    }

    String key() {
        return "state." + name().toLowerCase(Locale.ROOT);
    }
}
