package dev.homelab.backup.dump;

import dev.homelab.backup.disk.WorkFolder;
import dev.homelab.backup.disk.Workplace;
import dev.homelab.backup.encryption.DumpCipher;
import dev.homelab.backup.postgres.Census;
import dev.homelab.backup.postgres.DatabaseSettings;
import dev.homelab.backup.postgres.Login;
import dev.homelab.backup.postgres.Snapshot;
import dev.homelab.backup.postgres.Tools;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.FileDigest;
import dev.homelab.backup.store.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Dumps all databases, reads each dump whole, and uploads them; only then a manifest makes them a backup. */
@Component
public class Dumper {

    private static final Duration UPLOAD = Duration.ofDays(1);

    private final DatabaseSettings settings;
    private final Tools tools;
    private final WorkFolder work;
    private final DumpCipher cipher;
    private final Catalogue catalogue;
    private final Clock clock;

    Dumper(
            DatabaseSettings settings,
            Tools tools,
            WorkFolder work,
            DumpCipher cipher,
            Catalogue catalogue,
            Clock clock) {
        this.settings = settings;
        this.tools = tools;
        this.work = work;
        this.cipher = cipher;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Makes a backup; throws a {@link dev.homelab.backup.problem.BackupProblem} and leaves none when anything fails.
     *
     * @param progress hears what is being done, in a few words
     */
    public BackupId backUp(Consumer<String> progress) {
        catalogue.refresh();
        removeLeftovers();
        Instant begun = clock.instant();
        BackupId id = catalogue.freeId(begun);
        List<Manifest.Dump> dumps = new ArrayList<>();
        try (Workplace place = work.open()) {
            settings.logins().forEach((name, login) -> {
                progress.accept("dumping " + name);
                dumps.add(dump(id, name, login, place));
            });
        }
        long seconds = Duration.between(begun, clock.instant()).toSeconds();
        catalogue.add(
                new Manifest(Manifest.FORMAT, id.value(), Math.max(1, seconds), cipher.isOn(), tools.version(), dumps));
        return id;
    }

    /** Another worker that is at it adds an object sooner than that: it dumps, reads what it dumped, and uploads it. */
    public void removeLeftovers() {
        Duration longest = tools.longest().multipliedBy(2).plus(UPLOAD);
        catalogue.removeLeftovers(clock.instant().minus(longest));
    }

    private Manifest.Dump dump(BackupId id, String name, Login login, Workplace place) {
        try (Snapshot snapshot = Snapshot.of(name, login)) {
            Snapshot.Facts facts = snapshot.facts();
            tools.requireAtLeast(name, facts.serverMajor());
            work.requireRoom(cipher.isOn() ? 2 * facts.bytes() : facts.bytes());
            Census census = snapshot.census(name);
            Path plain = place.file(name + ".dump");
            tools.dump(login, facts.id(), plain);
            tools.readWhole(plain);
            return upload(id, name, login, facts, census, sealed(id, name, plain));
        }
    }

    /** The file as it is uploaded. */
    private Path sealed(BackupId id, String name, Path plain) {
        if (!cipher.isOn()) {
            return plain;
        }
        Path sealed = plain.resolveSibling(plain.getFileName() + ".tink");
        cipher.encrypt(plain, sealed, id + "/" + name);
        delete(plain);
        return sealed;
    }

    private Manifest.Dump upload(
            BackupId id, String name, Login login, Snapshot.Facts facts, Census census, Path file) {
        FileDigest digest = FileDigest.of(file);
        String key = catalogue.upload(id, String.valueOf(file.getFileName()), file);
        delete(file);
        return new Manifest.Dump(
                name,
                login.database(),
                facts.owner(),
                facts.encoding(),
                facts.serverVersion(),
                key,
                digest.bytes(),
                digest.sha256(),
                facts.bytes(),
                census);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
