package dev.homelab.streambot.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.secret.Secret;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.PlatformSettings;
import dev.homelab.streambot.platform.PlatformsSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** How long Google's grants live at most. */
class GrantLifeTest {

    private static final String ADDRESS = "https://google.example";
    private static final Duration WEEK = Duration.ofDays(7);

    private static YouTube youTube(boolean inTesting) {
        var settings = new PlatformSettings(
                "client",
                Secret.of("secret"),
                ADDRESS,
                ADDRESS,
                ADDRESS,
                "",
                ADDRESS,
                ADDRESS,
                ADDRESS,
                inTesting,
                List.of(),
                List.of());
        var http = new PlatformHttp(Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofKilobytes(1));
        return new YouTube(new PlatformsSettings(Map.of("youtube", settings)), http);
    }

    @Test
    void isWhatGoogleSaysOfTimeBasedAccess() {
        assertThat(youTube(false).grantLife(Map.of())).isEmpty();
        assertThat(youTube(false).grantLife(Map.of("refresh_token_expires_in", 3600)))
                .contains(Duration.ofHours(1));
        assertThat(youTube(false).grantLife(Map.of("refresh_token_expires_in", "soon")))
                .isEmpty();
    }

    @Test
    void isAWeekAtMostWhileTheApplicationIsInTestingAndDoesNotBeginAnewWithARenewal() {
        assertThat(youTube(true).grantLife(Map.of())).contains(WEEK);
        assertThat(youTube(true).grantLife(Map.of("refresh_token_expires_in", 604_799)))
                .contains(WEEK.minusSeconds(1));
        assertThat(youTube(true).renewedGrantLife(Map.of())).isEmpty();
    }
}
