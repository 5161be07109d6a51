package dev.homelab.common.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message between services must carry; who sends it without is told which field it is. */
final class Given {

    private Given() {}

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing.");
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> values, String field) {
        List<T> given = given(values, field);
        for (int i = 0; i < given.size(); i++) {
            given(given.get(i), field + "[" + i + "]");
        }
        return List.copyOf(given);
    }

    /** PostgreSQL keeps no NUL in a text. */
    static String text(@Nullable String value, String field) {
        String given = given(value, field);
        if (given.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(field + " must not contain the character U+0000.");
        }
        return given;
    }

    /** A text that says something, in at most so many characters. */
    static String text(@Nullable String value, String field, int most) {
        String given = text(value, field);
        if (given.isBlank() || given.length() > most) {
            throw new IllegalArgumentException(field + " must have 1 to " + most + " characters.");
        }
        return given;
    }
}
