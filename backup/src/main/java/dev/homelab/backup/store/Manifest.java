package dev.homelab.backup.store;

import dev.homelab.backup.postgres.Census;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a backup consists of; it is written last and never changed, and without it there is no backup.
 *
 * @param format 1
 * @param seconds how long it took
 * @param tool the version of the {@code pg_dump} that made it
 */
public record Manifest(int format, String id, long seconds, boolean encrypted, String tool, List<Dump> databases) {

    public static final int FORMAT = 1;

    public Manifest {
        databases = List.copyOf(databases);
        if (format != FORMAT || BackupId.parse(id).isEmpty()) {
            throw new IllegalArgumentException("no manifest of format " + FORMAT);
        }
    }

    /**
     * The dump of one database.
     *
     * @param name in this backup
     * @param database its name on its server
     * @param owner its role there
     * @param key of the object with the dump
     * @param bytes of that object
     * @param sha256 of that object, in hexadecimal
     * @param databaseBytes on the server's disk
     * @param census counted in the very snapshot that was dumped
     */
    public record Dump(
            String name,
            String database,
            String owner,
            String encoding,
            String server,
            String key,
            long bytes,
            String sha256,
            long databaseBytes,
            Census census) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");

        public Dump {
            if (!NAME.matcher(name).matches() || bytes < 0 || databaseBytes < 0) {
                throw new IllegalArgumentException("no dump");
            }
            Objects.requireNonNull(census);
        }
    }

    public long bytes() {
        return databases.stream().mapToLong(Dump::bytes).sum();
    }

    public Optional<Dump> dump(String name) {
        return databases.stream().filter(dump -> dump.name().equals(name)).findFirst();
    }
}
