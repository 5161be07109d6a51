package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** Whether somebody accepts a connection. */
public final class TcpConnection {

    private TcpConnection() {}

    /**
     * Connects, and hangs up.
     *
     * @throws IOException when nobody accepts it in time, or the name is unknown
     */
    public static Finding ask(String host, int port, Duration atMost) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(atMost.toMillis()));
            return Finding.up("tcp.up", port);
        }
    }
}
