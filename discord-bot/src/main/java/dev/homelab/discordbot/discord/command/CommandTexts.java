package dev.homelab.discordbot.discord.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;
import org.jspecify.annotations.Nullable;

/** Names and descriptions of commands, from {@code commands*.properties}; the keys are as JDA makes them. */
final class CommandTexts implements LocalizationFunction {

    private static final Map<DiscordLocale, Locale> OTHERS = Map.of(
            DiscordLocale.GERMAN,
            Locale.GERMAN,
            DiscordLocale.FRENCH,
            Locale.FRENCH,
            DiscordLocale.SPANISH,
            Locale.of("es"),
            DiscordLocale.SPANISH_LATAM,
            Locale.of("es"));

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "commands",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The English text, which every command has. */
    static String english(String key) {
        return bundle(Locale.ROOT).getString(key);
    }

    private static @Nullable String text(Locale locale, String key) {
        try {
            return bundle(locale).getString(key);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    @Override
    public Map<DiscordLocale, String> apply(String key) {
        Map<DiscordLocale, String> texts = new HashMap<>();
        OTHERS.forEach((discord, locale) -> {
            String text = text(locale, key);
            if (text != null) {
                texts.put(discord, text);
            }
        });
        return texts;
    }
}
