package dev.homelab.discordbot.discord.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.discordbot.guild.Panel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PanelMessageTest {

    @ParameterizedTest
    @EnumSource
    void aPanelWhoseTypesAreAllRetiredOffersNothing(Panel.Style style) {
        Panel panel = new Panel(1, 2, "Talk to us", "Really", style, List.of());

        assertThat(PanelMessage.of(panel, List.of()).getComponents()).isEmpty();
    }
}
