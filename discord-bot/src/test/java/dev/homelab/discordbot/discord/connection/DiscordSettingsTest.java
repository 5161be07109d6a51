package dev.homelab.discordbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import org.junit.jupiter.api.Test;

class DiscordSettingsTest {

    private static final Secret TOKEN = Secret.of("a-token-of-nobody");
    private static final String API = "https://discord.com/api/v10/";

    @Test
    void namesTheMissingToken() {
        assertThatThrownBy(() -> new DiscordSettings(Secret.of(" "), API, "", true))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("DISCORD_BOT_TOKEN is missing");
    }

    @Test
    void namesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, "discord.com", "", true))
                .hasMessage("DISCORD_API_URL is not an address");
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, "https://discord.com/api/v10", "", true))
                .hasMessage("DISCORD_API_URL must end in /");
        assertThatThrownBy(() -> new DiscordSettings(TOKEN, API, "https://discord.com", true))
                .hasMessage("DISCORD_GATEWAY_URL is not an address");
    }

    @Test
    void keepsTheTokenToItself() {
        assertThat(new DiscordSettings(TOKEN, API, "", true).toString()).doesNotContain("a-token-of-nobody");
    }
}
