package dev.homelab.discordbot.discord;

import java.util.Set;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What Discord says of people whom a direct message cannot reach. */
public final class DirectMessages {

    private static final Set<ErrorResponse> TAKES_NONE =
            Set.of(ErrorResponse.CANNOT_SEND_TO_USER, ErrorResponse.NO_MUTUAL_GUILDS, ErrorResponse.UNKNOWN_USER);

    private DirectMessages() {}

    /** Whether another try would be in vain: they take none, share no server with the bot any more, or are gone. */
    public static boolean areRefused(ErrorResponseException answer) {
        return TAKES_NONE.contains(answer.getErrorResponse());
    }
}
