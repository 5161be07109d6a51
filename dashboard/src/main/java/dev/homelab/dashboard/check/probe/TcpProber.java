package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class TcpProber implements Prober<Target.Tcp> {

    @Override
    public Class<Target.Tcp> kind() {
        return Target.Tcp.class;
    }

    @Override
    public Finding ask(Target.Tcp target, Duration atMost) throws IOException {
        InetSocketAddress address = new InetSocketAddress(target.host(), target.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(target.host());
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(atMost.toMillis()));
            return Finding.up("tcp.up", target.port());
        }
    }
}
