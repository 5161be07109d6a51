package dev.homelab.local.demo;

import dev.homelab.local.server.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the demo keeps its data, its logs and the list of its processes; one demo at a time. */
final class DemoFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    private final Path root;
    private final FileChannel lockFile;

    private DemoFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DemoFolder open(Path root, boolean fresh) {
        try {
            Files.createDirectories(root);
            DemoFolder folder = new DemoFolder(root, lock(root));
            folder.requireSpace();
            new Leftovers(folder.processList()).end();
            PostgresServer.endLeftover(folder.postgres());
            if (fresh) {
                folder.forget();
            }
            Files.createDirectories(folder.logs());
            return folder;
        } catch (IOException e) {
            throw new DemoProblem("The folder " + root + " cannot be used: " + e.getMessage() + "; make it writable.");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new DemoProblem("Another demo runs from this folder; stop it first (Ctrl-C where it runs).");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void requireSpace() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new DemoProblem("The disk of " + root + " has only " + free / (1024 * 1024)
                    + " MB left; the demo needs 500 MB, so make room.");
        }
    }

    /** Everything but the lock and the unpacked services, which hold nobody's data. */
    private void forget() throws IOException {
        for (String name : List.of(
                "postgres",
                "objects",
                "logs",
                "discord.json",
                "platforms.json",
                "secrets.properties",
                "backup.env",
                "backup")) {
            delete(root.resolve(name));
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path objects() {
        return root.resolve("objects");
    }

    Path discordState() {
        return root.resolve("discord.json");
    }

    Path platformState() {
        return root.resolve("platforms.json");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /** What the backup worker has in its hands. */
    Path backup() {
        return root.resolve("backup");
    }

    /** The settings by which {@code scripts/restore} finds this demo. */
    Path backupSettings() {
        return root.resolve("backup.env");
    }

    Path apps() {
        return root.resolve("apps");
    }

    Path processList() {
        return root.resolve("processes");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
