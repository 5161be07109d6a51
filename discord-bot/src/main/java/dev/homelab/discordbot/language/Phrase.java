package dev.homelab.discordbot.language;

import java.util.List;

/**
 * Something to say, before it is known in which language.
 *
 * @param key of {@code texts.properties}
 * @param arguments for the places {0}, {1}, … of the text; a number that must not be grouped is given as a string
 */
public record Phrase(String key, List<Object> arguments) {

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
