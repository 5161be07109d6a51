package dev.homelab.dashboard.check;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into a reader's words what was said. */
@Component
public class Words {

    private final MessageSource texts;

    Words(MessageSource texts) {
        this.texts = texts;
    }

    public String say(Said said, Locale locale) {
        String text = texts.getMessage(said.key(), said.args().toArray(), said.key(), locale);
        return text == null ? said.key() : text;
    }

    /** The text of a key, or that which stands for it where there is none, as for groups that people have named. */
    public String textOr(String key, String otherwise, Locale locale) {
        // A default of Spring's is read as a pattern, in which braces and apostrophes are no letters.
        String text = texts.getMessage(key, null, null, locale);
        return text == null ? otherwise : text;
    }
}
