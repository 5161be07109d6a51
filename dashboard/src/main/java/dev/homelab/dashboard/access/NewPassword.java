package dev.homelab.dashboard.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be: at least 12 characters, at most 72 bytes, which is what bcrypt takes; not what everybody tries first. */
public final class NewPassword {

    static final int SHORTEST = 12;
    static final int LONGEST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON =
            Set.of("password", "changeme", "homelab", "admin", "administrator", "qwerty", "letmein", "secret");

    private NewPassword() {}

    /** The key of a text that says what is wrong; empty when nothing is. */
    public static Optional<String> problem(String password, String name) {
        if (password.length() < SHORTEST || isTooLong(password)) {
            return Optional.of("password.length");
        }
        return isWeak(password, name) ? Optional.of("password.weak") : Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    /** Made of few characters, or of a word that everybody tries, with digits around it. */
    static boolean isWeak(String password, String name) {
        String small = password.toLowerCase(Locale.ROOT);
        String letters = small.replaceAll("[^\\p{L}]", "");
        return small.chars().distinct().count() < FEWEST_DIFFERENT
                || COMMON.contains(letters)
                || letters.equals(name.toLowerCase(Locale.ROOT))
                || COMMON.stream().anyMatch(word -> letters.equals(word + word))
                || small.equals("correcthorsebatterystaple")
                || "01234567890123456789".contains(small);
    }
}
