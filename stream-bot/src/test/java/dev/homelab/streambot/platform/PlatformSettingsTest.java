package dev.homelab.streambot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformSettingsTest {

    private static final URI ADDRESS = URI.create("https://platform.example/oauth");

    private static PlatformSettings settings(String id, String secret, URI token) {
        return new PlatformSettings(id, Secret.of(secret), ADDRESS, token, ADDRESS, ADDRESS, "", "", List.of("read"));
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
                .hasMessageContaining("client secret of 'client'");
        assertThatThrownBy(() -> settings("", "hidden-secret", ADDRESS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageNotContaining("hidden-secret");
        assertThatThrownBy(() -> settings("client", "secret", URI.create("/oauth/token")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("/oauth/token");
    }

    @Test
    void refusesAPublicAddressWithAPath() {
        assertThatThrownBy(() -> new PublicAddress("https://example.org/app")).isInstanceOf(InvalidSetting.class);
        assertThat(new PublicAddress("https://example.org").secure()).isTrue();
    }
}
