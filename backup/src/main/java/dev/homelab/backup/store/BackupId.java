package dev.homelab.backup.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a backup began, in UTC and to the second, such as {@code 2026-11-26T03-30-00Z}. */
public record BackupId(String value) implements Comparable<BackupId> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    public static BackupId at(Instant instant) {
        return new BackupId(FORMAT.format(instant));
    }

    /** Empty for whatever is no such id. */
    public static Optional<BackupId> parse(String text) {
        try {
            BackupId id = at(FORMAT.parse(text, Instant::from));
            return id.value().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public Instant at() {
        return FORMAT.parse(value, Instant::from);
    }

    @Override
    public int compareTo(BackupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
