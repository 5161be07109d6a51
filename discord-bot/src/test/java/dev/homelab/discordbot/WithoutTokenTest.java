package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Nobody has given the bot a token yet. */
class WithoutTokenTest {

    @Test
    void staysUpAndSaysThatDiscordIsSwitchedOff() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext bot = start()) {
            String port = bot.getEnvironment().getRequiredProperty("local.server.port");
            DiscordHealth discord = bot.getBean(DiscordHealth.class);

            assertThat(ready(port)).isEqualTo(200);
            assertThat(discord.isConnected()).isFalse();
            assertThat(discord.isStandby()).isFalse();
            assertThat(discord.isOff()).isTrue();
            assertThat(discord.detail()).contains("switched off", "DISCORD_BOT_TOKEN");
            assertThat(bot.getBean(Scheduler.class).getSchedulerState().isPaused())
                    .isTrue();
        }
    }

    private static int ready(String port) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/readyz"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(question, BodyHandlers.ofString()).statusCode();
        }
    }

    private static ConfigurableApplicationContext start() {
        ServerAddress postgres = TestServers.postgres();
        return new SpringApplicationBuilder(DiscordBotApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestServers.freshDatabase(),
                        "--spring.datasource.username=" + postgres.user(),
                        "--spring.datasource.password=" + postgres.password());
    }
}
