package dev.homelab.discordbot.discord.message;

import dev.homelab.discordbot.discord.Messenger;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import org.springframework.stereotype.Component;

/** Sends direct messages through JDA, each key once: its nonce holds for minutes, and after that its words are looked for. */
@Component
class DirectMessenger implements Messenger {

    private static final Set<ErrorResponse> TAKES_NONE =
            Set.of(ErrorResponse.CANNOT_SEND_TO_USER, ErrorResponse.NO_MUTUAL_GUILDS, ErrorResponse.UNKNOWN_USER);
    private static final int NEWEST = 50;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final DiscordConnection discord;
    private final MessageIntents intents;
    private final Phrasebook phrasebook;

    DirectMessenger(DiscordConnection discord, MessageIntents intents, Phrasebook phrasebook) {
        this.discord = discord;
        this.intents = intents;
        this.phrasebook = phrasebook;
    }

    @Override
    public boolean tell(UUID key, long userId, Locale language, Phrase phrase, String address) {
        JDA session = discord.anySession().orElseThrow(() -> new NotNow("The bot is not connected to Discord here."));
        MessageIntents.Intent intent = intents.intend(key);
        if (intent.sent()) {
            return true;
        }
        String text = text(phrase, language) + "\n<" + address + ">";
        try {
            PrivateChannel channel = session.openPrivateChannelById(userId).complete();
            if (!intent.mayHaveBeenSent() || !isThere(channel, text, intent.intendedAt())) {
                channel.sendMessage(text).setNonce(nonce(key)).complete();
            }
        } catch (ErrorResponseException e) {
            if (TAKES_NONE.contains(e.getErrorResponse())) {
                return false;
            }
            throw new NotNow("Discord answered " + e.getErrorCode() + ", " + e.getMeaning() + ".");
        }
        intents.sent(key);
        return true;
    }

    private String text(Phrase phrase, Locale language) {
        return phrasebook.say(
                new Phrase(
                        phrase.key(),
                        phrase.arguments().stream().map(DirectMessenger::shown).toList()),
                language);
    }

    private static Object shown(Object argument) {
        return argument instanceof Instant at
                ? TimeFormat.DATE_LONG.format(at)
                : MarkdownSanitizer.escape(argument.toString());
    }

    private static boolean isThere(PrivateChannel channel, String text, Instant intendedAt) {
        Instant from = intendedAt.minus(CLOCKS_APART);
        return channel.getHistory().retrievePast(NEWEST).complete().stream()
                .anyMatch(message -> message.getContentRaw().equals(text)
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
