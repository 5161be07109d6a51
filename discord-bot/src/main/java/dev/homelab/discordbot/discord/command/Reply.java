package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.language.Phrase;
import net.dv8tion.jda.api.utils.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * What is said after a command.
 *
 * @param toCaller in their language, seen by them alone
 * @param toAll in the server's language, seen by everybody in the channel; null for nothing
 * @param file to hand to the caller; null for none
 */
record Reply(
        Phrase toCaller, @Nullable Phrase toAll, @Nullable FileUpload file) {

    static Reply quietly(String key, Object... arguments) {
        return new Reply(Phrase.of(key, arguments), null, null);
    }

    /** Everybody hears it; the caller is told that it is done. */
    static Reply aloud(String key, Object... arguments) {
        return new Reply(Phrase.of("done"), Phrase.of(key, arguments), null);
    }

    Reply with(FileUpload upload) {
        return new Reply(toCaller, toAll, upload);
    }
}
