package dev.homelab.discordbot.discord.message;

import dev.homelab.discordbot.discord.DirectMessages;
import dev.homelab.discordbot.discord.Messenger;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** Sends direct messages through JDA. */
@Component
class DirectMessenger implements Messenger {

    private final DiscordConnection discord;
    private final OnceForEachKey once;
    private final Phrasebook phrasebook;

    DirectMessenger(DiscordConnection discord, OnceForEachKey once, Phrasebook phrasebook) {
        this.discord = discord;
        this.once = once;
        this.phrasebook = phrasebook;
    }

    @Override
    public boolean tell(UUID key, long userId, Locale language, Phrase phrase, String address) {
        JDA session = discord.anySession().orElseThrow(() -> new NotNow("The bot is not connected to Discord here."));
        String text = text(phrase, language) + "\n<" + address + ">";
        try {
            once.send(
                    key,
                    () -> session.openPrivateChannelById(userId).complete(),
                    MessageCreateData.fromContent(text),
                    message -> message.getContentRaw().equals(text));
            return true;
        } catch (ErrorResponseException e) {
            if (DirectMessages.areRefused(e)) {
                return false;
            }
            throw new NotNow("Discord answered " + e.getErrorCode() + ", " + e.getMeaning() + ".");
        }
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
}
