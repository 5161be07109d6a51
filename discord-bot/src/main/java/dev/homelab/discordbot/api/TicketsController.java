package dev.homelab.discordbot.api;

import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.contract.TicketsOverview;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.discordbot.ticket.OpenTicketLine;
import dev.homelab.discordbot.ticket.TicketShelf;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsController implements TicketsApi {

    private static final int NEWEST = 20;

    private final TicketShelf shelf;
    private final DiscordHealth discord;

    TicketsController(TicketShelf shelf, DiscordHealth discord) {
        this.shelf = shelf;
        this.discord = discord;
    }

    @Override
    public TicketsOverview overview() {
        return new TicketsOverview(
                new TicketsOverview.DiscordState(discord.isConnected() || discord.isStandby(), discord.detail()),
                shelf.countOpen(),
                shelf.countClosed(),
                shelf.newestOpen(NEWEST).stream().map(TicketsController::line).toList());
    }

    private static TicketsOverview.TicketLine line(OpenTicketLine open) {
        return new TicketsOverview.TicketLine(
                open.number(),
                open.guild(),
                open.type(),
                open.title(),
                open.opener(),
                open.state().name(),
                open.openedAt());
    }
}
