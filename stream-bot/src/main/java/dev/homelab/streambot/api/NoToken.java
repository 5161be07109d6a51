package dev.homelab.streambot.api;

import dev.homelab.streambot.connection.Death;
import java.time.Instant;
import java.util.SortedSet;

/** Why a token is not there for somebody. */
final class NoToken extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The kinds of it. */
    sealed interface Why {

        /** There is no such link, or it is another streamer's. */
        record Unknown() implements Why {}

        /** Its streamer must link again. */
        record Dead(Death reason) implements Why {}

        /** It is not good for that. */
        record Lacking(SortedSet<String> scopes) implements Why {}

        /** The platform cannot be asked at the moment. */
        record NotNow(Instant again) implements Why {}

        /** As it stands in the audit and in a problem's type. */
        default String code() {
            return switch (this) {
                case Unknown unknown -> "no-such-link";
                case Dead dead -> "link-again";
                case Lacking lacking -> "missing-scopes";
                case NotNow later -> "not-now";
            };
        }
    }

    private final transient Why why;

    NoToken(Why why) {
        super(why.code());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
