package dev.homelab.discordbot;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts instances of the bot beside each other, on one database. */
public final class Instances {

    private Instances() {}

    /** Starts one more, with settings such as {@code --homelab.discord.shards=2}. */
    public static ConfigurableApplicationContext start(Community community, String database, String... more) {
        ServerAddress postgres = TestServers.postgres();
        Stream<String> settings = Stream.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + postgres.user(),
                "--spring.datasource.password=" + postgres.password(),
                "--homelab.discord.bot-token=" + DiscordSettings.BOT_TOKEN,
                "--homelab.discord.api-url=" + community.discord().apiUrl(),
                "--homelab.discord.gateway-url=" + community.discord().gatewayUrl(),
                "--homelab.discord.lease=10s");
        return new SpringApplicationBuilder(DiscordBotApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(Stream.concat(settings, Stream.of(more)).toArray(String[]::new));
    }
}
