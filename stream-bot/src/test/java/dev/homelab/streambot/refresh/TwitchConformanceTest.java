package dev.homelab.streambot.refresh;

import dev.homelab.local.platform.Platform;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class TwitchConformanceTest extends SimulatedPlatformConformance {

    @Autowired
    TwitchConformanceTest(@LocalServerPort int port, JdbcClient database, RefreshRun run, FreshTokens tokens) {
        super(
                port,
                database,
                run,
                tokens,
                Platform.TWITCH,
                Set.of("user:read:email", "user:read:chat", "user:write:chat", "user:bot", "channel:bot"));
    }
}
