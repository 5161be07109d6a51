package dev.homelab.discordbot.discord.outbox;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands chores to the instance that is connected to the server, each once over all instances. */
@Component
public class Chores {

    /** Its data counts how often it was put back. */
    static final TaskDescriptor<Integer> TASK = TaskDescriptor.of("chore", Integer.class);

    private final Wishes wishes;
    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final Clock clock;
    private final ObjectProvider<Chore> chores;

    Chores(Wishes wishes, DiscordConnection discord, GuildRegistry guilds, Clock clock, ObjectProvider<Chore> chores) {
        this.wishes = wishes;
        this.discord = discord;
        this.guilds = guilds;
        this.clock = clock;
        this.chores = chores;
    }

    /** One that waits already is enough; one that is running is followed by another. */
    public void after(String chore, long guildId, Duration delay) {
        wishes.add(TASK.instance(chore + "/" + guildId)
                .data(0)
                .scheduledTo(clock.instant().plus(delay)));
    }

    /** In every server that the bot was ever in. */
    public void everywhere(String chore) {
        guilds.ids().forEach(guildId -> after(chore, guildId, Duration.ZERO));
    }

    /** What the chore says; {@code notHere} when the server is not connected here, and nothing when the bot has left it. */
    Optional<Duration> run(String instanceId, Optional<Duration> notHere) {
        int slash = instanceId.indexOf('/');
        long guildId = Long.parseLong(instanceId.substring(slash + 1));
        Optional<Guild> guild = discord.guild(guildId);
        return guild.map(here -> named(instanceId.substring(0, slash)).run(here))
                .orElseGet(() -> discord.hasLeft(guildId) ? Optional.empty() : notHere);
    }

    private Chore named(String name) {
        return chores.stream()
                .filter(chore -> chore.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no chore is named " + name));
    }
}
