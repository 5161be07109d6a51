package dev.homelab.streambot.connection;

import java.util.Arrays;
import java.util.Locale;

/** Why a link is dead. */
public enum Death {
    /** The platform has ended the grant. */
    GRANT_ENDED,
    /** A process died between the platform's answer and our writing it down, and the platform ends grants over that. */
    RENEWAL_INTERRUPTED,
    /** There is no refresh token, and the access token has come to its end. */
    NOTHING_TO_RENEW_WITH,
    /** The stored tokens are damaged. */
    UNREADABLE;

    /** As it is stored and told. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Death of(String code) {
        return Arrays.stream(values())
                .filter(death -> death.code().equals(code))
                .findFirst()
                .orElse(GRANT_ENDED);
    }
}
