package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.language.Refusal;
import java.util.Locale;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What a member hears when something did not work: why, what next, and never a raw error. */
@Component
public class Apology {

    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    private final Phrasebook phrasebook;

    Apology(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** In the member's language; what is our fault is logged too. */
    public String of(RuntimeException failure, InteractionHook answer) {
        Locale language = answer.getInteraction().getUserLocale().toLocale();
        if (failure instanceof Refusal refusal) {
            return phrasebook.say(refusal.phrase(), language);
        }
        log.atError()
                .addKeyValue("user", answer.getInteraction().getUser().getId())
                .setCause(failure)
                .log("An interaction failed");
        return phrasebook.say("sorry", language, phrasebook.say(reason(failure), language));
    }

    private static Phrase reason(RuntimeException failure) {
        return switch (failure) {
            case InvalidDataAccessApiUsageException _, InvalidDataAccessResourceUsageException _ ->
                Phrase.of("sorry.unknown");
            case DataAccessException _, TransactionException _ -> Phrase.of("sorry.paused");
            case InsufficientPermissionException e ->
                Phrase.of("sorry.permission", e.getPermission().getName());
            case ErrorResponseException _ -> Phrase.of("sorry.discord");
            default -> Phrase.of("sorry.unknown");
        };
    }
}
