package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.DiscordFailed;
import dev.homelab.discordbot.discord.Finding;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.ServerCare;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.springframework.stereotype.Component;

/** Looks after the servers for whoever asks from outside of Discord. */
@Component
class ConnectedServers implements ServerCare {

    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final Headroom headroom;
    private final Doctor doctor;

    ConnectedServers(
            DiscordConnection discord, GuildRegistry guilds, TicketShelf shelf, Headroom headroom, Doctor doctor) {
        this.discord = discord;
        this.guilds = guilds;
        this.shelf = shelf;
        this.headroom = headroom;
        this.doctor = doctor;
    }

    @Override
    public List<ServerState> servers() {
        return guilds.ids().stream()
                .map(discord::guild)
                .flatMap(Optional::stream)
                .map(this::state)
                .toList();
    }

    private ServerState state(Guild guild) {
        return new ServerState(
                guild.getIdLong(),
                guild.getName(),
                headroom.active(guild),
                headroom.limit(guild),
                shelf.inState(guild.getIdLong(), TicketState.QUEUED).size());
    }

    @Override
    public List<Finding> examine(long guildId) {
        Guild guild = discord.guild(guildId).orElseThrow(() -> new Refused(Phrase.of("refused.away")));
        try {
            return doctor.examine(guild);
        } catch (ErrorResponseException e) {
            throw new DiscordFailed(e);
        }
    }
}
