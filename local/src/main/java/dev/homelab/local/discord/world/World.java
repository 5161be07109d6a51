package dev.homelab.local.discord.world;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything there is, behind one lock; each rule has its own class, reached from here. */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile Rules rules;

    final Snowflakes ids;
    final WorldState state;

    private final Permissions permissions = new Permissions(this);
    private final AuditLog auditLog = new AuditLog(this);
    private final Guilds guilds = new Guilds(this);
    private final Bans bans = new Bans(this);
    private final Channels channels = new Channels(this);
    private final Threads threads = new Threads(this);
    private final Messages messages = new Messages(this);
    private final Commands commands = new Commands(this);
    private final Interactions interactions = new Interactions(this);

    World(Clock clock, Rules rules, WorldState state) {
        this.clock = clock;
        this.rules = rules;
        this.state = state;
        this.ids = new Snowflakes(clock);
        ids.notBelow(state.lastId);
    }

    public Permissions permissions() {
        return permissions;
    }

    public AuditLog auditLog() {
        return auditLog;
    }

    public Guilds guilds() {
        return guilds;
    }

    public Bans bans() {
        return bans;
    }

    public Channels channels() {
        return channels;
    }

    public Threads threads() {
        return threads;
    }

    public Messages messages() {
        return messages;
    }

    public Commands commands() {
        return commands;
    }

    public Interactions interactions() {
        return interactions;
    }

    public Rules rules() {
        return rules;
    }

    public void rules(Rules changedRules) {
        this.rules = changedRules;
    }

    /** The bot's user id, which is its application id too. */
    public long botId() {
        return state.botId;
    }

    Instant now() {
        return clock.instant();
    }

    /** Runs {@code work} alone; whoever awaits something looks again afterwards. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    public void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    /** Waits, by the real time, until {@code condition} holds; false when it did not within {@code patience}. */
    public boolean await(BooleanSupplier condition, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                // Wakes up now and then because a settable clock changes without a signal.
                long slice = Math.min(left, TimeUnit.MILLISECONDS.toNanos(20));
                left -= slice - Math.max(0, changed.awaitNanos(slice));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Tells {@code listener} of every event, in order, with the lock held. */
    public void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    void emit(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    public User user(long id) {
        User user = state.users.get(id);
        if (user == null) {
            throw DiscordError.UNKNOWN_USER.exception();
        }
        return user;
    }

    public Collection<User> users() {
        return List.copyOf(state.users.values());
    }

    public Guild guild(long id) {
        Guild guild = state.guilds.get(id);
        if (guild == null) {
            throw DiscordError.UNKNOWN_GUILD.exception();
        }
        return guild;
    }

    public Channel channel(long id) {
        Channel channel = state.channels.get(id);
        if (channel == null) {
            throw DiscordError.UNKNOWN_CHANNEL.exception();
        }
        return channel;
    }

    /** Writes all state, to be read again by {@link Worlds}; nobody waits for more than one channel of it. */
    public void save(Path file) {
        new SavedState(this).write(file);
    }
}
