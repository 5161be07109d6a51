package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.outbox.Errand;
import dev.homelab.discordbot.discord.outbox.Outbox;
import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketEvent;
import dev.homelab.discordbot.ticket.TicketView;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the archive's card of a ticket as the ticket is: posted when it is closed, changed when it moves again. */
@Component
class ArchiveCardErrand implements Errand {

    private final Outbox outbox;
    private final ArchivePosts archive;
    private final TicketDesk desk;

    ArchiveCardErrand(Outbox outbox, ArchivePosts archive, TicketDesk desk) {
        this.outbox = outbox;
        this.archive = archive;
        this.desk = desk;
    }

    @EventListener
    void on(TicketEvent event) {
        if (event.action() == Action.CLOSED || event.action() == Action.REOPENED || event.action() == Action.RATED) {
            outbox.soon(name(), event.ticketId());
        }
    }

    @Override
    public String name() {
        return "archive-card";
    }

    @Override
    public void run(Guild guild, TicketView ticket) {
        show(guild, ticket, ticket.archiveCardId());
    }

    @Override
    public void runAgain(Guild guild, TicketView ticket) {
        Long known = ticket.archiveCardId();
        show(guild, ticket, known == null ? archive.findCard(guild, ticket) : known);
    }

    private void show(Guild guild, TicketView ticket, @Nullable Long known) {
        long card = archive.showCard(guild, ticket, known);
        if (ticket.archiveCardId() == null || ticket.archiveCardId() != card) {
            desk.cardPosted(ticket.id(), card);
        }
    }
}
