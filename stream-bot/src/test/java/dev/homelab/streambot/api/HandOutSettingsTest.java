package dev.homelab.streambot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class HandOutSettingsTest {

    @Test
    void letsNobodyHaveTokensUnlessTheyAreNamed() {
        assertThat(new AccessConfiguration()
                        .access(new HandOutSettings(List.of("")))
                        .grants())
                .noneMatch(grant -> grant.pattern().contains("tokens"));
        assertThat(new AccessConfiguration()
                        .access(new HandOutSettings(List.of(" discord-bot ")))
                        .grants())
                .filteredOn(grant -> grant.pattern().contains("tokens"))
                .allMatch(grant -> grant.caller().equals("discord-bot") && HttpMethod.POST.equals(grant.method()))
                .hasSize(1);
    }

    @Test
    void neverLetsTheDashboardHaveTokens() {
        assertThatThrownBy(() -> new HandOutSettings(List.of("discord-bot", "dashboard")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("TOKEN_CALLERS");
    }
}
