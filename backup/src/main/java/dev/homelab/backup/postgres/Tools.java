package dev.homelab.backup.postgres;

import dev.homelab.backup.problem.BackupProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code pg_dump} and {@code pg_restore}; each call throws a {@link BackupProblem} unless the tool ends with 0. */
@Component
public class Tools {

    private final ToolFolder folder;
    private final ToolSettings settings;

    Tools(ToolSettings settings) {
        this.settings = settings;
        this.folder = ToolFolder.find(settings.folder());
    }

    /** How long a call may take. */
    public Duration longest() {
        return settings.longest();
    }

    public String version() {
        return folder.version();
    }

    /** Throws a {@link BackupProblem} when the server is newer than these tools, which then cannot dump it. */
    public void requireAtLeast(String database, int serverMajor) {
        if (folder.major() < serverMajor) {
            throw new BackupProblem(
                    ("the database %s is on PostgreSQL %d, and the pg_dump in %s is only of version %s; "
                                    + "install postgresql-client-%d, or name a newer one by BACKUP_PG_BIN")
                            .formatted(database, serverMajor, folder.path(), folder.version(), serverMajor));
        }
    }

    /** Dumps what a snapshot of that database shows; waits for a lock for a minute at most. */
    public void dump(Login database, String snapshot, Path file) {
        run(
                "pg_dump",
                database.environment(),
                List.of(
                        "--format=custom",
                        "--no-password",
                        "--lock-wait-timeout=60000",
                        "--snapshot=" + snapshot,
                        "--file=" + file),
                database);
    }

    /** Reads a dump from its first byte to its last; {@code pg_restore --list} would pass one that is cut short. */
    public void readWhole(Path dump) {
        run("pg_restore", Map.of(), List.of("--file=/dev/null", dump.toString()), null);
    }

    /** Restores into an empty database, all that is in it owned by {@code owner}, or by whoever restores if that is null. */
    public void restore(Path dump, Login database, @Nullable String owner) {
        List<String> words = new ArrayList<>(List.of(
                "--exit-on-error", "--no-owner", "--no-acl", "--no-password", "--dbname=" + database.database()));
        if (owner != null) {
            words.add("--role=" + owner);
        }
        words.add(dump.toString());
        run("pg_restore", database.environment(), words, database);
    }

    private void run(String tool, Map<String, String> environment, List<String> words, @Nullable Login login) {
        List<String> command =
                new ArrayList<>(List.of(folder.path().resolve(tool).toString()));
        command.addAll(words);
        new ToolRun(tool, command, environment, settings.longest())
                .end(login == null ? "" : login.password().reveal());
    }
}
