package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backups that there are.
 *
 * @param backups newest first
 * @param underWay what the worker is doing, in a few words; null when it waits
 * @param next when the next one is due
 */
public record BackupsOverview(
        List<Backup> backups,
        @Nullable String underWay,
        @Nullable Instant next) {

    public BackupsOverview {
        backups = List.copyOf(backups);
    }

    /**
     * All databases at one time.
     *
     * @param bytes what it takes in the object store
     * @param seconds how long it took
     * @param encrypted null while that cannot be told, as its manifest is missing or not handed out
     * @param verifiedAt when it was last restored and found equal; null while it never was
     * @param restoreSeconds how long that restore took
     * @param problem why it is not to be trusted, in a sentence; null when nothing is known against it
     */
    public record Backup(
            String id,
            Instant at,
            long bytes,
            long seconds,
            @Nullable Boolean encrypted,
            @Nullable Instant verifiedAt,
            @Nullable Long restoreSeconds,
            @Nullable String problem) {}
}
