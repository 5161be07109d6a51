package dev.homelab.streambot.refresh;

import dev.homelab.local.platform.Platform;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class YouTubeConformanceTest extends SimulatedPlatformConformance {

    @Autowired
    YouTubeConformanceTest(@LocalServerPort int port, JdbcClient database, RefreshRun run, FreshTokens tokens) {
        super(
                port,
                database,
                run,
                tokens,
                Platform.GOOGLE,
                Set.of(
                        "openid",
                        "https://www.googleapis.com/auth/userinfo.email",
                        "https://www.googleapis.com/auth/userinfo.profile",
                        "https://www.googleapis.com/auth/youtube.readonly"));
    }
}
