package dev.homelab.discordbot.discord.outbox;

import dev.homelab.discordbot.ticket.TicketView;
import net.dv8tion.jda.api.entities.Guild;

/** One kind of thing to do for a ticket on Discord. */
public interface Errand {

    /** Its name in the outbox, which outlives a restart: never change it. */
    String name();

    /** Does it, or sees that it was done: a crash may let it run twice. Throwing means trying again later. */
    void run(Guild guild, TicketView ticket);

    /** Does it after a try that failed, or whose process died: Discord may have done it all the same. */
    default void runAgain(Guild guild, TicketView ticket) {
        run(guild, ticket);
    }
}
