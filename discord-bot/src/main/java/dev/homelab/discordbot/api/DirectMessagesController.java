package dev.homelab.discordbot.api;

import dev.homelab.common.contract.DirectMessage;
import dev.homelab.common.contract.DirectMessagesApi;
import dev.homelab.discordbot.discord.Messenger;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.language.Phrase;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectMessagesController implements DirectMessagesApi {

    private static final Set<String> REASONS =
            Set.of("grant-ended", "renewal-interrupted", "nothing-to-renew-with", "unreadable");

    private final Messenger messenger;

    DirectMessagesController(Messenger messenger) {
        this.messenger = messenger;
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void send(DirectMessage message) {
        Locale language = message.language() == null ? Locale.ENGLISH : Locale.forLanguageTag(message.language());
        if (!messenger.tell(message.key(), message.recipient(), language, phrase(message), message.address())) {
            throw new Refused(Phrase.of("refused.no-direct-messages"));
        }
    }

    private static Phrase phrase(DirectMessage message) {
        return switch (message.kind()) {
            case LINK_DIED -> Phrase.of("link.died." + reason(message), message.platform(), message.account());
            case LINK_ENDS ->
                Phrase.of("link.ends", message.platform(), message.account(), Objects.requireNonNull(message.until()));
        };
    }

    /** A reason that is newer than this bot is told as the usual one. */
    private static String reason(DirectMessage message) {
        return REASONS.contains(String.valueOf(message.reason())) ? String.valueOf(message.reason()) : "grant-ended";
    }
}
