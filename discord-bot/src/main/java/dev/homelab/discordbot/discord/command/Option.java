package dev.homelab.discordbot.discord.command;

import java.util.List;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.jspecify.annotations.Nullable;

/**
 * What a subcommand takes.
 *
 * @param choices the values to choose among; empty leaves it free
 * @param suggestions for what has been typed so far, at most 25; null for none
 * @param least of a number or of a text's length; 0 for no bound
 * @param most of a number or of a text's length; 0 for no bound
 */
record Option(
        OptionType type,
        String name,
        boolean required,
        List<String> choices,
        @Nullable Function<Typing, List<Suggestion>> suggestions,
        int least,
        int most) {

    /** What somebody has typed so far, and where. */
    record Typing(long guildId, String text) {}

    /** What is shown, and what is sent when it is chosen. */
    record Suggestion(String label, String value) {}

    static Option of(OptionType type, String name) {
        return new Option(type, name, true, List.of(), null, 0, 0);
    }

    static Option text(String name, int most) {
        return of(OptionType.STRING, name).between(0, most);
    }

    static Option number(String name, int least, int most) {
        return of(OptionType.INTEGER, name).between(least, most);
    }

    Option optional() {
        return new Option(type, name, false, choices, suggestions, least, most);
    }

    Option among(List<String> values) {
        return new Option(type, name, required, List.copyOf(values), suggestions, least, most);
    }

    Option suggesting(Function<Typing, List<Suggestion>> source) {
        return new Option(type, name, required, choices, source, least, most);
    }

    private Option between(int newLeast, int newMost) {
        return new Option(type, name, required, choices, suggestions, newLeast, newMost);
    }
}
