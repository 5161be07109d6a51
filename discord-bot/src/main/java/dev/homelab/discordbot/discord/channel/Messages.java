package dev.homelab.discordbot.discord.channel;

import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/** Messages of the bot that may have been deleted by hand. */
final class Messages {

    private Messages() {}

    /** False when the message is gone. */
    static boolean change(TextChannel channel, long messageId, MessageCreateData content) {
        try {
            channel.editMessageById(messageId, MessageEditData.fromCreateData(content))
                    .complete();
            return true;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return false;
            }
            throw e;
        }
    }

    static boolean has(TextChannel channel, @Nullable Long messageId) {
        if (messageId == null) {
            return false;
        }
        try {
            channel.retrieveMessageById(messageId).complete();
            return true;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return false;
            }
            throw e;
        }
    }
}
