package dev.homelab.discordbot.discord.interaction;

import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What a member hears when something of ours failed: what, why, what next, and never a raw error. */
@Component
class Apology {

    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    void say(InteractionHook answer, String what, RuntimeException failure) {
        log.atError()
                .addKeyValue("user", answer.getInteraction().getUser().getId())
                .setCause(failure)
                .log("Could not {}", what);
        answer.sendMessage("Sorry, I could not " + what + ": " + reason(failure))
                .setEphemeral(true)
                .queue();
    }

    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case DataAccessException _, TransactionException _ ->
                "tickets are paused for a moment. Please try again in a few minutes.";
            case InsufficientPermissionException e ->
                "I lack the permission “" + e.getPermission().getName() + "” here. Please tell an admin.";
            case ErrorResponseException _ -> "Discord did not accept it. Please try again, or tell an admin.";
            default -> "something went wrong. Please try again, or tell an admin.";
        };
    }
}
