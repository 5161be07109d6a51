package dev.homelab.local.platform;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a refresh token that was used. */
public enum Rotation {
    /** It stays, and the answer carries none: Google. */
    STAYS,
    /** A new one comes and the old one is dead: Twitch. */
    REPLACED,
    /** A new one comes, and using the old one again ends the whole grant: Kick at its strictest. */
    REPLACED_AND_GUARDED,
    /** A new one comes and the old one works on: Kick's unpublished "flexible" terms. */
    FLEXIBLE;

    static Rotation of(Platform platform) {
        return switch (platform) {
            case TWITCH -> REPLACED;
            case GOOGLE -> STAYS;
            case KICK -> REPLACED_AND_GUARDED;
        };
    }

    /** The name in the control API, such as {@code replaced-and-guarded}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Rotation named(String id) {
        return Arrays.stream(values())
                .filter(rotation -> rotation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.badRequest("the simulator does not know the rotation '" + id + "'"));
    }
}
