package dev.homelab.streambot.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Fault.Kind;
import dev.homelab.local.platform.Platform;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    /** Google says the other one of a link that a former client of ours has made, too. */
    @Override
    public Stream<Kind> refusalsOfOurClient() {
        return Stream.of(Kind.INVALID_CLIENT);
    }

    @Test
    void pausesNobodyElseForALinkOfAFormerClientAndBreaksItAfterManyRefusalsInManyHours() {
        for (int refusal = 1; refusal <= 25; refusal++) {
            nextRefresh(Fault.of(Kind.UNAUTHORIZED_CLIENT));
            becomeDue();
            run();
            assertThat(asked()).isEqualTo(refusal);
            assertThat(state()).isEqualTo("RETRYING");
        }
        expiredEarlier(Duration.ofHours(20));
        nextRefresh(Fault.of(Kind.UNAUTHORIZED_CLIENT));
        becomeDue();
        run();
        assertThat(state()).isEqualTo("BROKEN");
    }
}
