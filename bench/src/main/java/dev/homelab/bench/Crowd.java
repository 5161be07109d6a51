package dev.homelab.bench;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.ChannelType;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tickets that a server has had for years, and those that are open now; each opener has had five before. */
final class Crowd {

    /** Threads that are older than that are deleted by clean-up. */
    static final Duration LONG_AGO = Duration.ofDays(40);

    private static final int DUE_AT_ONCE = 5;
    private static final int HABIT = 5;
    private static final int ACTIVE_OPENERS = 7;

    private final Stage stage;
    private final World world;
    private final CrowdRows rows;
    private final List<Long> openers = new ArrayList<>();
    private final List<Long> due = new ArrayList<>();

    Crowd(Stage stage) {
        this.stage = stage;
        this.world = stage.world();
        this.rows = new CrowdRows(stage.database(), longs("SELECT id FROM ticket_type ORDER BY position"));
    }

    /**
     * Lets the server have had so many tickets, while its clock goes from {@link #LONG_AGO} to the present.
     *
     * @param rounds of clean-up that find something
     */
    void gather(int closed, int open, int rounds, SettableClock clock) {
        join();
        List<Channel> channels = longs("SELECT channel_id FROM ticket_type ORDER BY position").stream()
                .map(world::channel)
                .toList();
        due.addAll(threads(channels, rounds * DUE_AT_ONCE, true));
        clock.advance(LONG_AGO.minusMinutes(10));
        List<Long> active = threads(channels, open, false);
        clock.advance(Duration.ofMinutes(10));
        rows.closed(closed - due.size(), HABIT, openers);
        rows.closedWithThreads(due);
        rows.open(active);
        rows.finish();
    }

    /** Lets the server have had so many more. */
    void grow(int closed) {
        rows.closed(closed, HABIT, List.of());
        rows.finish();
    }

    private void join() {
        for (int i = 0; i < ACTIVE_OPENERS; i++) {
            long id = Worlds.newPerson(world, "Regular " + i).id();
            world.locked(() -> world.guilds().join(world.guild(Worlds.COMMUNITY), id));
            openers.add(id);
        }
    }

    private List<Long> longs(String sql) {
        return stage.database().column(sql).stream().map(Long::valueOf).toList();
    }

    private List<Long> threads(List<Channel> channels, int count, boolean archived) {
        List<Long> threads = new ArrayList<>();
        Actor bot = Actor.of(world.botId());
        for (int i = 0; i < count; i++) {
            Channel parent = channels.get(i % channels.size());
            var body = Json.object().put("name", "🎫 Ticket of the crowd " + i).put("type", ChannelType.PRIVATE_THREAD);
            Channel thread = world.locked(() -> world.threads().start(parent, body, bot));
            if (archived) {
                world.locked(() -> world.threads().archive(thread));
            }
            threads.add(thread.id());
        }
        return threads;
    }

    long opener(int turn) {
        return openers.get(turn % openers.size());
    }

    /** For the next clean-up: in every crowd as many. */
    void makeSomeDue() {
        List<Long> next = due.subList(0, DUE_AT_ONCE);
        String threads = next.stream().map(Object::toString).collect(Collectors.joining(","));
        stage.database()
                .run("UPDATE ticket SET closed_at = now() - interval '31 days' WHERE thread_id IN (" + threads + ")");
        next.clear();
    }
}
