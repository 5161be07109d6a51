package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between whatever is under test and a server, and can be shut. */
public final class Gate implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final ServerAddress server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong allowance = new AtomicLong(Long.MAX_VALUE);
    private final ServerSocket door;
    private volatile boolean shut;

    public Gate(ServerAddress server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::letIn);
    }

    /** The server, as it is reached through this gate. */
    public ServerAddress address() {
        return new ServerAddress("localhost", door.getLocalPort(), server.user(), server.password());
    }

    /** Breaks every connection, and lets no new one in. */
    public void shut() {
        shut = true;
        sockets.forEach(Gate::close);
        sockets.clear();
    }

    /** Shuts once so many bytes more went to the server. */
    public void shutAfter(long bytes) {
        allowance.set(bytes);
    }

    public void open() {
        allowance.set(Long.MAX_VALUE);
        shut = false;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket inside = door.accept();
                if (shut) {
                    inside.close();
                    continue;
                }
                Socket outside = new Socket(server.host(), server.port());
                sockets.addAll(List.of(inside, outside));
                if (shut) { // since it was asked above
                    close(inside);
                    close(outside);
                    sockets.removeAll(List.of(inside, outside));
                    continue;
                }
                Thread.startVirtualThread(() -> pump(inside, outside, true));
                Thread.startVirtualThread(() -> pump(outside, inside, false));
            } catch (IOException e) {
                close(door);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            byte[] buffer = new byte[BUFFER];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (counted && allowance.addAndGet(-read) < 0) {
                    shut();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException e) {
            close(to);
        }
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(door);
        shut();
    }
}
