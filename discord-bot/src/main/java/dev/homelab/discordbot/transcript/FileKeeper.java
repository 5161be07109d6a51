package dev.homelab.discordbot.transcript;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries files from Discord to the store, once over all instances, again and again until both have answered. */
@Component
class FileKeeper {

    static final TaskDescriptor<Void> KEEP = TaskDescriptor.of("keep-file");
    static final TaskDescriptor<Void> DROP = TaskDescriptor.of("drop-file");

    private final Scheduler scheduler;
    private final FileSettings settings;
    private final FileStore store;
    private final FileSource source;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The scheduler is made of the tasks, and its tasks of this. */
    FileKeeper(
            @Lazy Scheduler scheduler,
            FileSettings settings,
            FileStore store,
            FileSource source,
            JdbcClient jdbc,
            Clock clock) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.store = store;
        this.source = source;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be done with a file of that size. */
    FileState intends(long size) {
        if (!store.isConfigured()) {
            return FileState.OFF;
        }
        return size > settings.largest().toBytes() ? FileState.TOO_LARGE : FileState.WAITING;
    }

    void keep(long fileId) {
        scheduler.scheduleIfNotExists(KEEP.instance(Long.toString(fileId)).scheduledTo(clock.instant()));
    }

    /** Removes the bytes of a file whose row no longer leads to them. */
    void drop(long fileId) {
        scheduler.scheduleIfNotExists(DROP.instance(Long.toString(fileId)).scheduledTo(clock.instant()));
    }

    void runKeep(long fileId) {
        Optional<String> url = jdbc.sql("SELECT url FROM transcript_file WHERE id = ? AND state = 'WAITING'")
                .param(fileId)
                .query(String.class)
                .optional();
        url.ifPresent(address -> became(fileId, carry(fileId, address)));
    }

    private FileState carry(long fileId, String url) {
        if (!settings.serves(url)) {
            return FileState.GONE;
        }
        try {
            return source.fetch(url, (bytes, size) -> store.put(fileId, bytes, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was erased meanwhile is not kept after all. */
    private void became(long fileId, FileState state) {
        int changed = jdbc.sql("UPDATE transcript_file SET state = ? WHERE id = ? AND state = 'WAITING'")
                .params(state.name(), fileId)
                .update();
        if (changed == 0) {
            drop(fileId);
        }
    }

    void runDrop(long fileId) {
        try {
            store.remove(fileId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
