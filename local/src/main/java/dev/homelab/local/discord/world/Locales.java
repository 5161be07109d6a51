package dev.homelab.local.discord.world;

import java.util.List;

/**
 * The languages that Discord speaks.
 *
 * @see <a href="https://discord.com/developers/docs/reference#locales">Discord's list</a>
 */
public final class Locales {

    public static final String USUAL = "en-US";

    public static final List<String> ALL = List.of(
            "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr", "hu", "id", "it",
            "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW");

    private Locales() {}

    /** The locale itself; refused with 50035 when Discord does not speak it. */
    static String known(String locale) {
        if (!ALL.contains(locale)) {
            FormErrors errors = new FormErrors();
            errors.add("locale", "BASE_TYPE_CHOICES", "Value must be one of " + ALL + ".");
            throw errors.refusal();
        }
        return locale;
    }
}
