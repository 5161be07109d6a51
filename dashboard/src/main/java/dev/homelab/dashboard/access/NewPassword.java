package dev.homelab.dashboard.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be: 12 to 200 characters, not what everybody tries first. */
public final class NewPassword {

    static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON =
            Set.of("password", "changeme", "homelab", "admin", "administrator", "qwerty", "letmein", "secret");

    private NewPassword() {}

    /** The key of a text that says what is wrong; empty when nothing is. */
    public static Optional<String> problem(String password, String name) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("password.length");
        }
        return isWeak(password, name) ? Optional.of("password.weak") : Optional.empty();
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
