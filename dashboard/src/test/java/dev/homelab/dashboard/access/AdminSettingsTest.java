package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import org.junit.jupiter.api.Test;

class AdminSettingsTest {

    @Test
    void refusesAPasswordThatCouldBeGuessed() {
        assertThatThrownBy(() -> new AdminSettings("admin", Secret.of("short")))
                .hasMessage("ADMIN_PASSWORD is missing or shorter than 12 characters");
    }

    @Test
    void refusesAPasswordThatBcryptDoesNotTake() {
        assertThat(new AdminSettings("admin", Secret.of("äbcdefgh".repeat(8))).username())
                .isEqualTo("admin");
        assertThatThrownBy(() -> new AdminSettings("admin", Secret.of("äbcdefgh".repeat(8) + "9")))
                .hasMessage("ADMIN_PASSWORD is longer than 72 bytes");
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(new AdminSettings("admin", Secret.of("a-long-enough-password")).toString())
                .doesNotContain("a-long-enough-password");
    }
}
