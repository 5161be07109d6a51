package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a service under test and a database of its own, and can be shut. */
public final class DatabaseGate implements AutoCloseable {

    private final ServerAddress postgres = TestServers.postgres();
    private final String direct = TestServers.freshDatabase();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private volatile boolean shut;

    public DatabaseGate() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::letIn);
    }

    public String jdbc() {
        return "jdbc:postgresql://localhost:" + door.getLocalPort() + direct.substring(direct.lastIndexOf('/'));
    }

    /** The same database, past the gate. */
    public String direct() {
        return direct;
    }

    public String user() {
        return postgres.user();
    }

    public String password() {
        return postgres.password();
    }

    /** Breaks every connection, and lets no new one in. */
    public void shut() {
        shut = true;
        sockets.forEach(DatabaseGate::close);
        sockets.clear();
    }

    public void open() {
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
                Socket outside = new Socket(postgres.host(), postgres.port());
                sockets.addAll(List.of(inside, outside));
                Thread.startVirtualThread(() -> pump(inside, outside));
                Thread.startVirtualThread(() -> pump(outside, inside));
            } catch (IOException e) {
                close(door);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
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
