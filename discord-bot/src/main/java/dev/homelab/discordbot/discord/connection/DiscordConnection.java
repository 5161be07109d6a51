package dev.homelab.discordbot.discord.connection;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.discordbot.discord.DiscordHealth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Logs in to the shards that no other instance holds, and stays logged in: JDA resumes and reconnects. */
@Component
public class DiscordConnection implements DiscordHealth, SmartLifecycle {

    private static final String OFF = "Discord is switched off here: set DISCORD_BOT_TOKEN, copied from"
            + " https://discord.com/developers/applications, your application, Bot.";

    private static final Logger log = LoggerFactory.getLogger(DiscordConnection.class);

    private final DiscordSettings settings;
    private final ObjectProvider<EventListener> listeners;
    private final ObjectProvider<Scheduler> scheduler;
    private final ShardLeases leases;
    private final Pacer pacer;
    private final MessageContent words;
    private final List<Shard> shards;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private volatile boolean databaseAway;

    /** Most of those who listen, and the tasks of the scheduler, want to ask this for a server. */
    DiscordConnection(
            DiscordSettings settings,
            ObjectProvider<EventListener> listeners,
            ObjectProvider<Scheduler> scheduler,
            ShardLeases leases,
            ApplicationEventPublisher events) {
        this.events = events;
        this.settings = settings;
        this.listeners = listeners;
        this.scheduler = scheduler;
        this.leases = leases;
        this.pacer = new Pacer(settings.callsPerSecond());
        this.words = new MessageContent(settings.messageContent());
        this.shards = IntStream.range(0, settings.shards())
                .mapToObj(number -> new Shard(number, settings.lease()))
                .toList();
    }

    /** Empty when the server is not connected here. */
    public Optional<Guild> guild(long guildId) {
        return connected()
                .flatMap(session -> Stream.ofNullable(session.getGuildById(guildId)))
                .findFirst();
    }

    /** Whether the bot is not in the server, as the session that would serve it, connected here, says. */
    public boolean hasLeft(long guildId) {
        return shards.stream()
                .filter(shard -> shard.serves(guildId, shards.size()))
                .flatMap(shard -> shard.session().stream())
                .filter(session -> session.getStatus() == JDA.Status.CONNECTED)
                .anyMatch(session -> session.getGuildById(guildId) == null && !session.isUnavailable(guildId));
    }

    /** For what belongs to no server; empty when nothing is connected here. */
    public Optional<JDA> anySession() {
        return connected().findFirst();
    }

    /** All that are connected here; each has servers of its own. */
    public List<JDA> sessions() {
        return connected().toList();
    }

    private Stream<JDA> connected() {
        return shards.stream()
                .flatMap(shard -> shard.session().stream())
                .filter(session -> session.getStatus() == JDA.Status.CONNECTED);
    }

    @Override
    public boolean isConnected() {
        return connected().findAny().isPresent();
    }

    @Override
    public boolean isStandby() {
        return running && !settings.isOff() && shards.stream().noneMatch(Shard::isHeld);
    }

    @Override
    public boolean isOff() {
        return settings.isOff();
    }

    /** How long people wait for what Discord puts off. */
    public Duration patience() {
        return settings.patience();
    }

    @Override
    public String detail() {
        if (settings.isOff()) {
            return OFF;
        }
        if (isConnected()) {
            return "Connected as "
                    + connected().findFirst().orElseThrow().getSelfUser().getName() + " in "
                    + connected()
                            .mapToLong(session -> session.getGuildCache().size())
                            .sum() + " server(s)." + words.note();
        }
        if (isStandby()) {
            return "Standing by: another instance is connected to Discord.";
        }
        return shards.stream()
                .flatMap(shard -> shard.session().stream())
                .findFirst()
                .map(session -> "Discord's gateway is " + session.getStatus() + ".")
                .orElse("Discord has not answered yet.");
    }

    @Override
    public void start() {
        running = true;
        if (settings.isOff()) {
            log.warn(OFF);
            // What is due waits for a token, instead of failing until then.
            scheduler.ifAvailable(Scheduler::pause);
            return;
        }
        look();
        Thread.ofVirtual().name("discord-shards").start(this::keepLooking);
    }

    private void keepLooking() {
        while (running) {
            try {
                Thread.sleep(settings.lease().dividedBy(3));
                look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("The look at the shards failed, and is repeated soon", e);
            }
        }
    }

    private void look() {
        shards.forEach(this::look);
        if (running) {
            scheduler.ifAvailable(isStandby() ? Scheduler::pause : Scheduler::resume);
        }
    }

    /** Without the database nothing can be taken, by nobody: whoever is connected stays, and says that it is paused. */
    private void look(Shard shard) {
        if (!running) {
            return;
        }
        long now = System.nanoTime();
        try {
            if (leases.take(shard.number())) {
                shard.renewed(now);
                connect(shard);
            } else {
                shard.drop().ifPresent(session -> {
                    log.warn("Another instance has shard {}", shard.number());
                    session.shutdownNow();
                });
            }
            databaseAnswered();
        } catch (DataAccessException | TransactionException e) {
            databaseAway = true;
            log.warn("The lease of shard {} cannot be renewed: {}", shard.number(), e.getMessage());
        }
    }

    /** For whoever could not write down what is left to do: an outage may be over before it is noticed here. */
    public void databaseFailed() {
        databaseAway = true;
    }

    private void databaseAnswered() {
        if (databaseAway) {
            databaseAway = false;
            events.publishEvent(new DatabaseReturned());
        }
    }

    /** A refused token ends the start; a Discord that is away is tried again. */
    private void connect(Shard shard) {
        if (shard.hasSession()) {
            return;
        }
        try {
            List<Object> all = listeners.stream().map(Object.class::cast).toList();
            shard.connected(Session.open(settings, pacer, words, shard.number(), all));
        } catch (InvalidTokenException e) {
            throw new InvalidSetting(
                    "DISCORD_BOT_TOKEN",
                    "was refused by Discord",
                    "reset it in the developer portal and set the new one");
        } catch (ErrorResponseException e) {
            log.warn("Discord cannot be reached, trying again soon: {}", e.getMeaning());
        }
    }

    @Override
    public void stop() {
        running = false;
        shards.stream().filter(Shard::isHeld).forEach(this::leave);
    }

    /** The lease goes last, so that never two are connected. */
    private void leave(Shard shard) {
        shard.drop().ifPresent(Session::close);
        try {
            leases.release(shard.number());
        } catch (DataAccessException | TransactionException e) {
            log.warn("The lease of shard {} runs out by itself: {}", shard.number(), e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
