package dev.homelab.streambot.oauth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a sign-in or a link did not come about; {@code problem.<code>} are the words for the streamer. */
public enum Problem {
    /** Its state was used, is too old, is unknown, or comes from another browser: all look the same. */
    UNUSABLE,
    DENIED,
    LINKED_ELSEWHERE,
    ANOTHER_ACCOUNT,
    ONE_PER_PLATFORM,
    SOMEBODY_ELSE,
    PLATFORM,
    SWITCHED_OFF;

    public String path() {
        return "/problem/" + code();
    }

    public static Optional<Problem> of(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    /** In lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
