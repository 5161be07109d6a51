package dev.homelab.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code main} of the process that holds a build's servers until the build's process is gone. */
final class BuildServersProcess {

    private final Path folder;
    private final ServerSource source;
    private final Deque<LocalServer> running = new ConcurrentLinkedDeque<>();

    private BuildServersProcess(Path folder) {
        this.folder = folder;
        this.source = ServerSource.ofThisMachine(folder);
    }

    static void main(String[] args) throws IOException {
        BuildServersProcess servers = new BuildServersProcess(Path.of(args[0]));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> servers.start("postgres", servers.source::postgres));
            threads.execute(() -> servers.start("redis", servers.source::redis));
            threads.execute(() -> servers.start("s3", servers.source::s3));
            ProcessHandle.of(Long.parseLong(args[1]))
                    .ifPresent(owner -> owner.onExit().join());
        }
        servers.stop();
    }

    private void start(String name, Supplier<LocalServer> server) {
        try {
            LocalServer started = server.get();
            running.push(started);
            AddressFile.write(folder.resolve(name), started.address());
        } catch (IOException | RuntimeException e) {
            fail(name, e);
        }
    }

    private void fail(String name, Exception reason) {
        try {
            Files.writeString(folder.resolve(name + ".failed"), String.valueOf(reason.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() throws IOException {
        running.forEach(LocalServer::close);
        ServerFolders.remove(folder);
    }
}
