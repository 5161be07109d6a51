package dev.homelab.discordbot.discord.outbox;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;

/** One kind of thing to do for a server from time to time. */
public interface Chore {

    /** Its name in the outbox, which outlives a restart: never change it. */
    String name();

    /**
     * Does it; what fails is left to the next time.
     *
     * @return how soon that is to be; empty for its usual round
     */
    Optional<Duration> run(Guild guild);
}
