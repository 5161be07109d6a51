package dev.homelab.discordbot.discord.interaction;

import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;

/** The buttons of a message that somebody has pressed. */
final class Buttons {

    private Buttons() {}

    /** Changes them before anything else is done. A thread that sleeps refuses it, which keeps nobody from what they asked for. */
    static void change(RestAction<?> change) {
        try {
            change.complete();
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD) {
                throw e;
            }
        }
    }
}
