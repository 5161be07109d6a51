package dev.homelab.dashboard.check;

import dev.homelab.common.contract.TicketsOverview.DiscordState;
import dev.homelab.dashboard.bots.BotReports;
import org.springframework.stereotype.Component;

/** Whether Discord is there, as the bot that talks to it says. */
@Component
class DiscordCheck implements Check {

    private final BotReports reports;

    DiscordCheck(BotReports reports) {
        this.reports = reports;
    }

    @Override
    public Part part() {
        return Part.DISCORD;
    }

    @Override
    public Finding run() {
        try {
            DiscordState discord = reports.tickets().discord();
            return new Finding(part(), discord.connected(), discord.detail());
        } catch (RuntimeException e) {
            return Finding.down(part(), "The discord-bot cannot tell: " + Reason.of(e));
        }
    }
}
