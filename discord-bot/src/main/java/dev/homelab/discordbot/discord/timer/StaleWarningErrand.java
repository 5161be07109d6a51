package dev.homelab.discordbot.discord.timer;

import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.discord.outbox.Errand;
import dev.homelab.discordbot.discord.outbox.Outbox;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketEvent;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the thread that the member owes an answer, and when it closes without one. */
@Component
class StaleWarningErrand implements Errand {

    private final Outbox outbox;
    private final TicketChannelManager channels;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;

    StaleWarningErrand(Outbox outbox, TicketChannelManager channels, GuildRegistry guilds, Phrasebook phrasebook) {
        this.outbox = outbox;
        this.channels = channels;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
    }

    @EventListener
    void on(TicketEvent event) {
        if (event.action() == Action.WARNED_STALE) {
            outbox.soon(name(), event.ticketId());
        }
    }

    @Override
    public String name() {
        return "stale-warning";
    }

    /** An answer that came meanwhile has taken the warning back. */
    @Override
    public void run(Guild guild, TicketView ticket) {
        Instant warnedAt = ticket.turn().warnedAt();
        if (ticket.state() == TicketState.OPEN && ticket.turn().side() == Side.MEMBER && warnedAt != null) {
            channels.say(
                    guild,
                    ticket,
                    new MessageCreateBuilder()
                            .setContent(warning(ticket, warnedAt))
                            .mentionUsers(ticket.opener().id())
                            .build());
        }
    }

    private String warning(TicketView ticket, Instant warnedAt) {
        Locale language = guilds.get(ticket.guildId()).language();
        String opener = "<@" + ticket.opener().id() + ">";
        int hours = guilds.type(ticket.typeId()).times().staleCloseHours();
        return hours == 0
                ? phrasebook.say("stale.warning.open", language, opener)
                : phrasebook.say(
                        "stale.warning",
                        language,
                        opener,
                        TimeFormat.RELATIVE.format(warnedAt.plus(Duration.ofHours(hours))));
    }
}
