package dev.homelab.backup.drill;

import dev.homelab.backup.disk.WorkFolder;
import dev.homelab.backup.disk.Workplace;
import dev.homelab.backup.encryption.DumpCipher;
import dev.homelab.backup.encryption.Undecipherable;
import dev.homelab.backup.postgres.Census;
import dev.homelab.backup.postgres.Login;
import dev.homelab.backup.postgres.Tools;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.FileDigest;
import dev.homelab.backup.store.Manifest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a dump back and compares it. Each step throws {@link Damaged} when the backup is at fault, and a {@link
 * BackupProblem} when something else kept it from being told.
 */
@Component
public class Restoration {

    /** What pg_restore says when the server, and not the dump, is the trouble. */
    private static final Pattern SERVER = Pattern.compile("No space left|out of memory|onnection to server|"
            + "could not connect|terminating connection|closed the connection|too many|permission denied|must be"
            + "|was ended|did not");

    private final Catalogue catalogue;
    private final DumpCipher cipher;
    private final WorkFolder work;
    private final Tools tools;

    Restoration(Catalogue catalogue, DumpCipher cipher, WorkFolder work, Tools tools) {
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.work = work;
        this.tools = tools;
    }

    /** The dump as {@code pg_dump} wrote it, checked against its manifest. */
    public Path fetch(Manifest manifest, Manifest.Dump dump, Workplace place) {
        requireWhole(dump);
        work.requireRoom(2 * dump.bytes());
        work.requireScratchRoom(2 * dump.bytes() + dump.databaseBytes());
        Path fetched = place.file(dump.name() + ".fetched");
        catalogue.download(dump, fetched);
        if (!FileDigest.of(fetched).sha256().equals(dump.sha256())) {
            throw new Damaged("the dump of " + dump.name() + " has changed since it was made: its SHA-256 is another");
        }
        return manifest.encrypted() ? opened(manifest, dump, fetched, place) : fetched;
    }

    private void requireWhole(Manifest.Dump dump) {
        long found = catalogue
                .bytesOf(dump)
                .orElseThrow(() -> new Damaged("the dump of " + dump.name() + " is missing in S3"));
        if (found != dump.bytes()) {
            throw new Damaged("the dump of %s has %d bytes instead of %d".formatted(dump.name(), found, dump.bytes()));
        }
    }

    private Path opened(Manifest manifest, Manifest.Dump dump, Path fetched, Workplace place) {
        Path plain = place.file(dump.name() + ".dump");
        try {
            cipher.decrypt(fetched, plain, manifest.id() + "/" + dump.name());
            return plain;
        } catch (Undecipherable e) {
            throw new Damaged("the dump of " + dump.name() + " cannot be opened: " + e.getMessage());
        }
    }

    /** Fills an empty database, and compares it with what was counted. */
    public void into(Login database, @Nullable String owner, Manifest.Dump dump, Path file) {
        try {
            tools.restore(file, database, owner);
        } catch (BackupProblem refused) {
            if (SERVER.matcher(refused.sentence()).find()) {
                throw refused;
            }
            throw new Damaged("the dump of " + dump.name() + " cannot be restored: " + refused.sentence());
        }
        compare(database, dump);
    }

    private static void compare(Login database, Manifest.Dump dump) {
        try (Connection connection = database.connect()) {
            List<String> differences = dump.census().differencesTo(Census.of(connection));
            if (!differences.isEmpty()) {
                throw new Damaged("the restored " + dump.name() + " differs from the original: "
                        + String.join("; ", differences));
            }
        } catch (SQLException e) {
            throw new BackupProblem("the restored " + dump.name() + " cannot be counted", e);
        }
    }
}
