package dev.homelab.local.platform;

import java.util.Arrays;
import java.util.Locale;

/** A platform that is simulated, below its own prefix of the simulator's address. */
public enum Platform {
    TWITCH("Twitch"),
    GOOGLE("Google"),
    KICK("Kick");

    private final String title;

    Platform(String title) {
        this.title = title;
    }

    /** The name in paths and in the control API: {@code twitch}, {@code google} or {@code kick}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    String prefix() {
        return "/" + id();
    }

    static Platform named(String id) {
        return Arrays.stream(values())
                .filter(platform -> platform.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("the simulator does not know the platform '" + id + "'"));
    }
}
