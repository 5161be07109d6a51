package dev.homelab.dashboard.check.probe;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.io.IOException;
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
        return TcpConnection.ask(target.host(), target.port(), atMost);
    }
}
