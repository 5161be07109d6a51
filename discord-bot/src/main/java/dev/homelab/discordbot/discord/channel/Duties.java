package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.DiscordFailed;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.StaffDuties;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks each server for the member, as the bot knows no member who does not act; what it hears holds for one page or two. */
@Component
class Duties implements StaffDuties {

    private static final Duration HOLDS = Duration.ofSeconds(30);

    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final Clock clock;
    private final Map<Long, Heard> heard = new ConcurrentHashMap<>();

    Duties(@Lazy DiscordConnection discord, GuildRegistry guilds, Clock clock) {
        this.discord = discord;
        this.guilds = guilds;
        this.clock = clock;
    }

    private record Heard(Set<Long> types, Instant until) {}

    @Override
    public Set<Long> typesOf(long userId) {
        Instant now = clock.instant();
        heard.values().removeIf(known -> !now.isBefore(known.until()));
        return heard.computeIfAbsent(userId, user -> new Heard(ask(user), now.plus(HOLDS)))
                .types();
    }

    private Set<Long> ask(long userId) {
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
