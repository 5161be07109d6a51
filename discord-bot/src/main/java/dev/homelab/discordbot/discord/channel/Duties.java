package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.DiscordFailed;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.StaffDuties;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks each server for the member, as the bot knows no member who does not act. */
@Component
class Duties implements StaffDuties {

    private final DiscordConnection discord;
    private final GuildRegistry guilds;

    Duties(@Lazy DiscordConnection discord, GuildRegistry guilds) {
        this.discord = discord;
        this.guilds = guilds;
    }

    @Override
    public Set<Long> typesOf(long userId) {
        List<JDA> sessions = discord.sessions();
        if (sessions.isEmpty()) {
            throw new Refused(Phrase.of("refused.away"));
        }
        return sessions.stream()
                .flatMap(session -> session.getGuilds().stream())
                .flatMap(guild -> types(guild, userId))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Long> types(Guild guild, long userId) {
        return member(guild, userId).stream()
                .flatMap(member -> guilds.typesOf(guild.getIdLong()).stream()
                        .filter(type -> Staff.includes(member, type))
                        .map(TicketType::id));
    }

    private static Optional<Member> member(Guild guild, long userId) {
        try {
            return Optional.of(guild.retrieveMemberById(userId).complete());
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MEMBER
                    || e.getErrorResponse() == ErrorResponse.UNKNOWN_USER) {
                return Optional.empty();
            }
            throw new DiscordFailed(e);
        }
    }
}
