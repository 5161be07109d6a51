package dev.homelab.streambot.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

class OidcSettingsTest {

    private static OidcSettings settings(String id, String secret, String issuer, String title, String... scopes) {
        return new OidcSettings(id, Secret.of(secret), issuer, title, List.of(scopes));
    }

    @Test
    void isOffUnlessItIsConfigured() {
        assertThat(settings("", "", "", "OpenID", "openid").common().enabled()).isFalse();
        assertThat(settings("id", "secret", "https://id.example", "OpenID", "openid")
                        .common()
                        .enabled())
                .isTrue();
    }

    @Test
    void takesScopesApartByCommasOrSpaces() {
        assertThat(settings("", "", "", "OpenID", "openid profile", "email").scopes())
                .containsExactly("openid", "profile", "email");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> settings("id", "", "https://id.example", "OpenID", "openid"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("OIDC_CLIENT_SECRET");
        assertThatThrownBy(() -> settings("id", "secret", "id.example", "OpenID", "openid"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("OIDC_ISSUER");
        assertThatThrownBy(() -> settings("id", "secret", "https://id.example", " ", "openid"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("OIDC_TITLE");
        assertThatThrownBy(() -> settings("id", "secret", "https://id.example", "OpenID", "profile"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("OIDC_SCOPES");
    }
}
