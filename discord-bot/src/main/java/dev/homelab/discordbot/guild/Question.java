package dev.homelab.discordbot.guild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a ticket type's form.
 *
 * @param key names it in the form, unique within the type, 1 to 40 of a-z, 0-9 and -
 * @param label 1 to 45 characters, as Discord allows for a label
 * @param hint shown below the label, at most 100 characters; empty for none
 * @param longest of a text's answer, 1 to 4000 characters
 * @param options of a menu, a radio group or a checkbox group: 2 to 25 (groups: 2 to 10); empty otherwise
 */
public record Question(
        String key, Kind kind, String label, String hint, boolean required, int longest, List<Option> options) {

    /** How it is answered. */
    public enum Kind {
        SHORT_TEXT,
        LONG_TEXT,
        MENU,
        RADIO,
        CHECKBOXES,
        CHECKBOX,
        FILES;

        public boolean hasOptions() {
            return this == MENU || this == RADIO || this == CHECKBOXES;
        }
    }

    /**
     * One thing to choose, and what choosing it does.
     *
     * @param label 1 to 100 characters
     * @param raises the ticket's priority to this; null leaves it
     * @param routesTo the type that the ticket becomes; null leaves it
     */
    public record Option(
            String label,
            @Nullable Priority raises,
            @Nullable Long routesTo) {

        public static Option of(String label) {
            return new Option(label, null, null);
        }
    }

    private static final int LONGEST_ANSWER = 4000;
    private static final int MOST_IN_A_MENU = 25;
    private static final int MOST_IN_A_GROUP = 10;

    public Question {
        options = List.copyOf(options);
        require(key.matches("[a-z0-9-]{1,40}"), "question.key", key);
        require(!label.isBlank() && label.length() <= 45, "question.label", label);
        require(hint.length() <= 100, "question.hint", label);
        require(longest >= 1 && longest <= LONGEST_ANSWER, "question.longest", label);
        int most = kind == Kind.MENU ? MOST_IN_A_MENU : MOST_IN_A_GROUP;
        require(!kind.hasOptions() || (options.size() >= 2 && options.size() <= most), "question.options", label);
        require(
                options.stream()
                        .allMatch(option ->
                                !option.label().isBlank() && option.label().length() <= 100),
                "question.option",
                label);
    }

    private static void require(boolean holds, String key, String name) {
        if (!holds) {
            throw new RefusedSetup(key, name);
        }
    }

    public static Question shortText(String key, String label, int longest) {
        return new Question(key, Kind.SHORT_TEXT, label, "", true, longest, List.of());
    }

    public static Question longText(String key, String label, int longest) {
        return new Question(key, Kind.LONG_TEXT, label, "", true, longest, List.of());
    }

    /** A box to tick; ticking it does what {@code yes} says. */
    public static Question checkbox(String key, String label, Option yes) {
        return new Question(key, Kind.CHECKBOX, label, "", false, 1, List.of(yes));
    }
}
