package dev.homelab.streambot.refresh;

import dev.homelab.local.platform.Platform;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class KickConformanceTest extends SimulatedPlatformConformance {

    @Autowired
    KickConformanceTest(@LocalServerPort int port, JdbcClient database, RefreshRun run, FreshTokens tokens) {
        super(
                port,
                database,
                run,
                tokens,
                Platform.KICK,
                Set.of("user:read", "channel:read", "chat:write", "events:subscribe"));
    }
}
