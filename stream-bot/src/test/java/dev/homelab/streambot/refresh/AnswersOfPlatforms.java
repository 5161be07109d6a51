package dev.homelab.streambot.refresh;

import dev.homelab.local.platform.Fault.Kind;
import java.util.Set;
import java.util.stream.Stream;

/** What platforms answer, by what it means; of each, what a platform is known to do. */
interface AnswersOfPlatforms {

    Set<Kind> known();

    private Stream<Kind> of(Kind... kinds) {
        return Stream.of(kinds).filter(known()::contains);
    }

    default Stream<Kind> deadGrants() {
        return of(Kind.DEAD_GRANT, Kind.DEAD_GRANT_SECOND, Kind.DEAD_GRANT_THIRD);
    }

    default Stream<Kind> refusalsOfOurClient() {
        return of(Kind.INVALID_CLIENT, Kind.UNAUTHORIZED_CLIENT);
    }

    default Stream<Kind> throttles() {
        return of(Kind.TOO_MANY_REQUESTS, Kind.TOO_MANY_REQUESTS_DATE, Kind.UNAVAILABLE, Kind.UNAVAILABLE_DATE);
    }

    default Stream<Kind> troubles() {
        return of(
                Kind.HANG,
                Kind.DRIP,
                Kind.RESET,
                Kind.REDIRECT,
                Kind.OVERSIZE,
                Kind.HTML,
                Kind.SERVER_ERROR,
                Kind.BROKEN_JSON);
    }

    default Stream<Kind> oddities() {
        return of(
                Kind.LOWER_CASE_BEARER,
                Kind.WRONG_CONTENT_TYPE,
                Kind.EXPIRES_IN_MISSING,
                Kind.EXPIRES_IN_NEGATIVE,
                Kind.EXPIRES_IN_TEXT);
    }
}
