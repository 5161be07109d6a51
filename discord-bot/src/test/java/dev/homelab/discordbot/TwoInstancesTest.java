package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.server.TestServers;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the bot share one database, and one of them is connected. */
class TwoInstancesTest {

    private final String database = TestServers.freshDatabase();

    @Test
    void theOtherTakesOverWhenTheConnectedOneDiesWithoutAWord() throws InterruptedException, SQLException {
        try (Community community = Community.start()) {
            ConfigurableApplicationContext first = Instances.start(community, database);
            ConfigurableApplicationContext second = Instances.start(community, database);
            community.awaitReady();
            await().until(() -> health(first).isConnected() && health(second).isStandby());
            assertThat(health(second).isConnected()).isFalse();
            assertThat(community.discord().faults().gateway().identifies()).isEqualTo(1);
            Channel before = community.open(community.mia(), "Bug Reports", "Before");

            first.getBean(DataSource.class).unwrap(HikariDataSource.class).close();
            first.close();

            await().atMost(Community.SOON.multipliedBy(3))
                    .until(() -> health(second).isConnected());
            community.quiet();
            community.open(community.noah(), "Bug Reports", "After");
            assertThat(before.isArchived()).isFalse();
            second.close();
        }
    }

    private static DiscordHealth health(ConfigurableApplicationContext instance) {
        return instance.getBean(DiscordHealth.class);
    }
}
