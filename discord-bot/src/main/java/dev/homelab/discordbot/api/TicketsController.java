package dev.homelab.discordbot.api;

import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.contract.TicketsOverview;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.discordbot.ticket.OpenTicketLine;
import dev.homelab.discordbot.ticket.TicketDesk;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsController implements TicketsApi {

    private static final int NEWEST = 20;

    private final TicketDesk desk;
    private final DiscordHealth discord;

    TicketsController(TicketDesk desk, DiscordHealth discord) {
        this.desk = desk;
        this.discord = discord;
    }

    @Override
    public TicketsOverview overview() {
        return new TicketsOverview(
                new TicketsOverview.DiscordState(discord.isConnected(), discord.detail()),
                desk.countOpen(),
                desk.countClosed(),
                desk.newestOpen(NEWEST).stream().map(TicketsController::line).toList());
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
