package dev.homelab.discordbot.discord.message;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** Sends messages, each key once: its nonce holds for minutes, and after that the same message is looked for. */
@Component
class OnceForEachKey {

    private static final int NEWEST = 50;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final MessageIntents intents;

    OnceForEachKey(MessageIntents intents) {
        this.intents = intents;
    }

    /**
     * Nothing when it was sent before.
     *
     * @param channel asked for only when there is something to send
     * @param same whether a message of the channel is the one that is to be sent
     */
    void send(
            UUID key, Supplier<? extends MessageChannel> channel, MessageCreateData message, Predicate<Message> same) {
        MessageIntents.Intent intent = intents.intend(key);
        if (intent.sent()) {
            return;
        }
        MessageChannel found = channel.get();
        if (!intent.mayHaveBeenSent() || !isThere(found, same, intent.intendedAt())) {
            found.sendMessage(message).setNonce(nonce(key)).complete();
        }
        intents.sent(key);
    }

    private static boolean isThere(MessageChannel channel, Predicate<Message> same, Instant intendedAt) {
        Instant from = intendedAt.minus(CLOCKS_APART);
        return channel.getHistory().retrievePast(NEWEST).complete().stream()
                .anyMatch(message -> same.test(message)
                        && message.getTimeCreated().toInstant().isAfter(from));
    }

    /** Discord takes 25 characters. */
    private static String nonce(UUID key) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
