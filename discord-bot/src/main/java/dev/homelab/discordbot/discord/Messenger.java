package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.language.Phrase;
import java.util.Locale;
import java.util.UUID;

/** Tells people something in direct messages. */
public interface Messenger {

    /**
     * Sends a message once for each key, at most three calls to Discord; a repetition looks whether it was sent before.
     *
     * @param phrase its strings are shown as they are, its instants in the reader's own zone
     * @param address shown below
     * @return false when the person takes no direct messages
     * @throws NotNow when it may have been sent, or was not
     */
    boolean tell(UUID key, long userId, Locale language, Phrase phrase, String address);

    /** Discord cannot be asked from here at the moment, or did not do it: try again later. */
    final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotNow(String why) {
            super(why);
        }
    }
}
