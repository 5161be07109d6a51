package dev.homelab.local.discord;

import dev.homelab.local.discord.world.World;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a second: archives idle threads and saves what has changed. */
final class Upkeep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("discord-simulator-upkeep").factory());
    private final ScheduledFuture<?> rounds;
    private final AtomicBoolean dirty = new AtomicBoolean();
    private final World world;
    private final @Nullable Path file;

    Upkeep(World world, @Nullable Path file) {
        this.world = world;
        this.file = file;
        world.listen(event -> dirty.set(true));
        this.rounds = timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /** A round that fails is followed by others, which a timer that saw the exception would not let happen. */
    private void round() {
        try {
            world.locked(() -> world.threads().archiveIdle());
            save();
        } catch (RuntimeException e) {
            log.error("Threads are not archived, or the world is not saved", e);
        }
    }

    private void save() {
        if (file == null || !dirty.getAndSet(false)) {
            return;
        }
        try {
            world.save(file);
        } catch (RuntimeException e) {
            dirty.set(true);
            throw e;
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        timer.close();
        save();
    }
}
