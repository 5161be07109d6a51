package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    @Test
    void aRestartFindsTheSameWorld(@TempDir Path folder) {
        DiscordSettings settings = DiscordSettings.local().withStateFile(folder.resolve("discord.json"));
        long threadId;
        try (DiscordSimulator discord = DiscordSimulator.start(settings)) {
            Channel general = discord.world().channel(GENERAL);
            byte[] bytes = "content".getBytes(StandardCharsets.UTF_8);
            discord.as(MIA).say(general, Draft.text("a file", List.of(new Draft.Upload("a.txt", "text/plain", bytes))));
            threadId = discord.world()
                    .locked(() -> discord.world()
                            .threads()
                            .start(general, Json.object().put("name", "kept").put("type", 12), Actor.of(Worlds.BOT))
                            .id());
        }
        try (DiscordSimulator discord = DiscordSimulator.start(settings)) {
            assertThat(discord.channel(COMMUNITY, "kept").id()).isEqualTo(threadId);
            assertThat(discord.world()
                            .channel(GENERAL)
                            .messages()
                            .getFirst()
                            .attachments()
                            .getFirst()
                            .bytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("content");
            assertThat(discord.as(MIA)
                            .say(discord.world().channel(GENERAL), "again")
                            .id())
                    .isGreaterThan(threadId);
        }
    }
}
