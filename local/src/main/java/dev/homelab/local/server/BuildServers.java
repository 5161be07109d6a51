package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The servers that one build shares: a process that ends when the build's own process ends. */
record BuildServers(Path folder, ProcessHandle owner) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static BuildServers current() {
        ProcessHandle owner = nearestJava();
        return new BuildServers(ServerFolders.of(owner), owner);
    }

    /** The nearest Java above us: Maven, or the editor; a shell may stand between. */
    private static ProcessHandle nearestJava() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(self.parent(), parent -> parent.flatMap(ProcessHandle::parent))
                .takeWhile(parent -> parent.isPresent())
                .map(parent -> parent.orElse(self))
                .filter(parent -> parent.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(self);
    }

    ServerAddress await(String server) {
        startOnce();
        Path ready = folder.resolve(server);
        Path failed = folder.resolve(server + ".failed");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(ready)) {
            if (Files.exists(failed) || System.nanoTime() > deadline) {
                throw new IllegalStateException("No " + server + " for the tests: " + reason(failed));
            }
            pause();
        }
        return AddressFile.read(ready);
    }

    /** One at a time: the lock of a file keeps other processes out, and is refused to a second thread of the same. */
    private void startOnce() {
        synchronized (BuildServers.class) {
            startUnlessStarted();
        }
    }

    private void startUnlessStarted() {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && Files.notExists(folder.resolve("started"))) {
                    ServerFolders.sweep(ServerFolders.PLACE, Clock.systemUTC().instant());
                    launch();
                    Files.createFile(folder.resolve("started"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        ChildProcess.start(
                "The test servers",
                List.of(
                        LocalClasspath.java(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        LocalClasspath.asArgument(),
                        BuildServersProcess.class.getName(),
                        folder.toString(),
                        Long.toString(owner.pid())),
                Map.of(),
                folder.resolve("servers.log"));
    }

    private static String reason(Path failed) {
        try {
            return Files.exists(failed) ? Files.readString(failed) : "not ready after " + PATIENCE.toSeconds() + " s";
        } catch (IOException e) {
            return "unreadable reason in " + failed;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the test servers", e);
        }
    }
}
