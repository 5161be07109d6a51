package dev.homelab.local.platform;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something that goes wrong between a platform and its client.
 *
 * @param amount seconds to hang or to ask the client to wait, where the kind has a use for it
 */
public record Fault(Kind kind, int amount) {

    /** What goes wrong. */
    public enum Kind {
        /** No answer for {@code amount} seconds, then a closed connection. */
        HANG,
        /** The right answer, a byte a second. */
        DRIP,
        /** The connection is reset before an answer. */
        RESET,
        /** A redirect to an address that only the inside of a cloud can reach. */
        REDIRECT,
        /** 50 MB of well-formed JSON. */
        OVERSIZE,
        /** 200 with a web page. */
        HTML,
        /** 429 with {@code Retry-After: amount}. */
        TOO_MANY_REQUESTS,
        /** 503 with {@code Retry-After: amount}. */
        UNAVAILABLE,
        /** 429 with the same as a date. */
        TOO_MANY_REQUESTS_DATE,
        /** 503 with the same as a date. */
        UNAVAILABLE_DATE,
        /** 400 with {@code unauthorized_client}: the client may not do that any more. */
        UNAUTHORIZED_CLIENT,
        /** The platform's own refusal of the client, as if its secret had been changed. */
        INVALID_CLIENT,
        /** The platform's usual refusal of a dead refresh token. */
        DEAD_GRANT,
        /** The same in rarer words: Twitch without {@code error}, Google's {@code invalid_rapt}, Kick with 400. */
        DEAD_GRANT_SECOND,
        /** Rarer still: Twitch's "Invalid grant", Google's admin_policy_enforced, Kick's "Invalid request". */
        DEAD_GRANT_THIRD,
        /** 500 before anything was done. */
        SERVER_ERROR,
        /** 500 after everything was done: a token was rotated, and the answer that carried it is lost. */
        ANSWER_LOST,
        /** The right answer as {@code text/plain}. */
        WRONG_CONTENT_TYPE,
        /** The first half of the right answer. */
        BROKEN_JSON,
        /** The right answer without {@code expires_in}. */
        EXPIRES_IN_MISSING,
        /** The right answer with a negative {@code expires_in}. */
        EXPIRES_IN_NEGATIVE,
        /** The right answer with words for {@code expires_in}. */
        EXPIRES_IN_TEXT,
        /** The right answer with {@code token_type} in lower case. */
        LOWER_CASE_BEARER;

        /** The name in the control API, such as {@code too-many-requests}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind named(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refused.badRequest("the simulator does not know the fault '" + id + "'"));
        }
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, 60);
    }

    public static Fault of(Kind kind, int amount) {
        return new Fault(kind, amount);
    }
}
