package dev.homelab.discordbot.discord.timer;

import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.discord.outbox.Errand;
import dev.homelab.discordbot.discord.outbox.Outbox;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.FirstResponse;
import dev.homelab.discordbot.ticket.TicketEvent;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls the staff of the type into a thread whose first answer is overdue. */
@Component
class LateResponseErrand implements Errand {

    private final Outbox outbox;
    private final TicketChannelManager channels;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;

    LateResponseErrand(Outbox outbox, TicketChannelManager channels, GuildRegistry guilds, Phrasebook phrasebook) {
        this.outbox = outbox;
        this.channels = channels;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
    }

    @EventListener
    void on(TicketEvent event) {
        if (event.action() == Action.RESPONSE_LATE) {
            outbox.soon(name(), event.ticketId());
        }
    }

    @Override
    public String name() {
        return "late-response";
    }

    /** An answer that came meanwhile needs no reminder any more. */
    @Override
    public void run(Guild guild, TicketView ticket) {
        FirstResponse response = ticket.firstResponse();
        if (ticket.state() == TicketState.OPEN && response != null && response.at() == null && response.due() != null) {
            List<Long> roles = guilds.type(ticket.typeId()).staffRoleIds();
            channels.say(
                    guild,
                    ticket,
                    new MessageCreateBuilder()
                            .setContent(reminder(ticket, roles, response.due()))
                            .mentionRoles(
                                    roles.stream().mapToLong(Long::longValue).toArray())
                            .build());
        }
    }

    private String reminder(TicketView ticket, List<Long> roles, Instant due) {
        String staff = roles.stream().map(id -> "<@&" + id + "> ").collect(Collectors.joining());
        return staff
                + phrasebook.say(
                        "response.late", guilds.get(ticket.guildId()).language(), TimeFormat.RELATIVE.format(due));
    }
}
