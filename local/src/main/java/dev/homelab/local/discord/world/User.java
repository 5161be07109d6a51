package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;

/**
 * An account: a person or a bot.
 *
 * @param messagable whether direct messages are let in
 * @param locale the language that their Discord speaks, one of {@link Locales#ALL}; null for {@link Locales#USUAL}
 */
public record User(
        long id,
        String name,
        @Nullable String displayName,
        boolean bot,
        boolean messagable,
        @Nullable String locale) {

    /** The language that their Discord speaks. */
    public String language() {
        return locale == null ? Locales.USUAL : locale;
    }

    public User withLocale(String chosen) {
        return new User(id, name, displayName, bot, messagable, chosen);
    }

    public User withMessagable(boolean lets) {
        return new User(id, name, displayName, bot, lets, locale);
    }

    /** The name that others see. */
    public String shownName() {
        return displayName == null ? name : displayName;
    }
}
