package dev.homelab.discordbot.language;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** The texts of {@code texts*.properties}: English, German, French and Spanish; any other language hears English. */
@Component
public final class Phrasebook {

    private final MessageSource texts;

    Phrasebook(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * The text of a phrase.
     *
     * @throws NoSuchMessageException for a key that the English texts lack, which a test rules out
     */
    public String say(Phrase phrase, Locale locale) {
        return texts.getMessage(phrase.key(), phrase.arguments().toArray(), locale);
    }

    public String say(String key, Locale locale, Object... arguments) {
        return say(Phrase.of(key, arguments), locale);
    }
}
