package dev.homelab.streambot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSettingsTest {

    private static final String ADDRESS = "https://platform.example/oauth";

    private static PlatformSettings settings(String id, String secret, String token) {
        PlatformSettings settings = new PlatformSettings(
                id,
                Secret.of(secret),
                ADDRESS,
                token,
                ADDRESS,
                "",
                ADDRESS,
                "",
                "",
                false,
                List.of("read"),
                List.of(new Feature("chat-write", Set.of("write"), false)));
        return new PlatformsSettings(Map.of("twitch", settings)).of("twitch");
    }

    @Test
    void switchesAPlatformOffThatHasNoClient() {
        assertThat(settings("", "", ADDRESS).enabled()).isFalse();
        assertThat(settings("client", "secret", ADDRESS).enabled()).isTrue();
    }

    @Test
    void refusesHalfAClientAndHalfAnAddress() {
        assertThatThrownBy(() -> settings("client", "", ADDRESS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("TWITCH_CLIENT_SECRET");
        assertThatThrownBy(() -> settings("", "hidden-secret", ADDRESS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("TWITCH_CLIENT_ID ")
                .hasMessageNotContaining("hidden-secret");
        assertThatThrownBy(() -> settings("client", "secret", "/oauth/token"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("TWITCH_TOKEN_URL is '/oauth/token'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ht tp://x", "ftp://platform.example", "https:/platform", ""})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> settings("client", "secret", address))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("TWITCH_TOKEN_URL is '" + address + "'");
    }

    @Test
    void asksForWhatItsFeaturesNeedAndNamesThoseThatAreNotGranted() {
        PlatformSettings settings = settings("client", "secret", ADDRESS);
        assertThat(settings.scopes()).containsExactly("read", "write");
        assertThat(settings.missing("read")).extracting(Feature::key).containsExactly("chat-write");
        assertThat(settings.missing("write read")).isEmpty();
        assertThat(settings.missing("")).isEmpty();
        assertThatThrownBy(() -> new Feature("chat-write", Set.of(), true)).isInstanceOf(InvalidSetting.class);
    }

    @Test
    void refusesAPublicAddressWithAPath() {
        assertThatThrownBy(() -> new PublicAddress("https://example.org/app")).isInstanceOf(InvalidSetting.class);
        assertThat(new PublicAddress("https://example.org").secure()).isTrue();
    }
}
