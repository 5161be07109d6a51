package dev.homelab.discordbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiscordSettingsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Secret TOKEN = Secret.of("a-token-of-nobody");
    private static final String API = "https://discord.com/api/v10/";

    @Test
    void isSwitchedOffWithoutAToken() {
        assertThat(settings(Secret.of(" "), API, "").isOff()).isTrue();
        assertThat(settings(TOKEN, API, "").isOff()).isFalse();
    }

    @Test
    void namesAnAddressThatIsNone() {
        assertThatThrownBy(() -> settings(TOKEN, "discord.com", "")).hasMessage("DISCORD_API_URL is not an address");
        assertThatThrownBy(() -> settings(TOKEN, "https://discord.com/api/v10", ""))
                .hasMessage("DISCORD_API_URL must end in /");
        assertThatThrownBy(() -> settings(TOKEN, API, "https://discord.com"))
                .hasMessage("DISCORD_GATEWAY_URL is not an address");
    }

    @Test
    void keepsTheTokenToItself() {
        assertThat(settings(TOKEN, API, "").toString()).doesNotContain("a-token-of-nobody");
    }

    @Test
    void namesNumbersThatCannotBe() {
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, API, "", true, 0, 48, MINUTE, MINUTE))
                .hasMessage("DISCORD_SHARDS must be 1 to 1000");
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, API, "", true, 1, 51, MINUTE, MINUTE))
                .hasMessage("DISCORD_BOT_CALLS_PER_SECOND must be 1 to 50");
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, API, "", true, 1, 48, MINUTE, Duration.ZERO))
                .hasMessage("DISCORD_LEASE must be a second or more");
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, API, "", true, 1, 48, Duration.ofMillis(999), MINUTE))
                .hasMessage("DISCORD_PATIENCE must be a second or more");
    }

    private static DiscordSettings settings(Secret token, String apiUrl, String gatewayUrl) {
        return new DiscordSettings(token, apiUrl, gatewayUrl, true, 1, 48, MINUTE, MINUTE);
    }
}
