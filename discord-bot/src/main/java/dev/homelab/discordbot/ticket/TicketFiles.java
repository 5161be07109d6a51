package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Writes a server's tickets to a file. */
@Component
public class TicketFiles {

    private final Tickets tickets;
    private final GuildRegistry guilds;

    TicketFiles(Tickets tickets, GuildRegistry guilds) {
        this.tickets = tickets;
        this.guilds = guilds;
    }

    /** The newest tickets that were opened since a moment. */
    public TicketFile openedSince(long guildId, Instant since, int atMost) {
        Map<Long, String> types =
                guilds.typesOf(guildId).stream().collect(Collectors.toMap(TicketType::id, TicketType::name));
        return new TicketFile(
                TicketFile.VERSION,
                tickets.openedSince(guildId, since, Limit.of(atMost)).stream()
                        .map(ticket -> TicketFile.Line.of(ticket.view(), types))
                        .toList());
    }
}
