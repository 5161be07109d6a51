package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The folders in which builds keep their servers' data, each named after the build's process. */
final class ServerFolders {

    static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"));

    private static final String PREFIX = "homelab-servers-";

    /** Until then the servers of a build that has just ended remove their folder themselves. */
    private static final Duration OLD = Duration.ofHours(1);

    private ServerFolders() {}

    static Path of(ProcessHandle owner) {
        return PLACE.resolve(PREFIX + owner.pid() + "-" + startOf(owner));
    }

    private static long startOf(ProcessHandle owner) {
        return owner.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /**
     * Removes those of builds that were killed together with their servers, as far as that is ours to do. One whose process
     * number another process has by now stays.
     */
    static void sweep(Path parent, Instant now) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(folder -> folder.getFileName().toString().matches(PREFIX + "\\d{1,10}-\\d{1,18}"))
                    .filter(folder -> isLeft(folder, now))
                    .forEach(ServerFolders::tryToRemove);
        }
    }

    private static void tryToRemove(Path folder) {
        try {
            remove(folder);
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(ServerFolders.class).debug("{} stays: {}", folder, e.getMessage());
        }
    }

    private static boolean isLeft(Path folder, Instant now) {
        String[] parts = folder.getFileName().toString().split("-", -1);
        boolean mayRun = ProcessHandle.of(Long.parseLong(parts[2])).isPresent();
        return !mayRun && folder.toFile().lastModified() < now.minus(OLD).toEpochMilli();
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
