package dev.homelab.backup.worker;

import dev.homelab.backup.store.BackupId;
import java.time.Instant;

/**
 * One that failed.
 *
 * @param id of the backup that was not made, or not looked at
 * @param begun when it began
 * @param ended when it failed
 */
public record Attempt(BackupId id, Instant begun, Instant ended, String problem) {}
