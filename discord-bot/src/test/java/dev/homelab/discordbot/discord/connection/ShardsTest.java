package dev.homelab.discordbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.Instances;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two shards, held by one instance or by one each. */
class ShardsTest {

    private final String database = TestServers.freshDatabase();

    @Test
    void oneInstanceHoldsAllShardsWhenItIsAlone() throws InterruptedException {
        try (Community community = Community.start();
                ConfigurableApplicationContext alone =
                        Instances.start(community, database, "--homelab.discord.shards=2")) {
            long other = secondServer(community);
            community.awaitReady();
            await().atMost(Community.SOON).until(() -> holds(alone, Worlds.COMMUNITY) && holds(alone, other));

            assertThat(community.discord().faults().gateway().identifies()).isEqualTo(2);
            community.open(community.mia(), "Bug Reports", "Of one shard");
        }
    }

    @Test
    void eachServersTicketsAreHandledByWhoHoldsItsShard() throws InterruptedException {
        try (Community community = Community.start();
                ConfigurableApplicationContext first =
                        Instances.start(community, database, "--homelab.discord.shards=2");
                ConfigurableApplicationContext second =
                        Instances.start(community, database, "--homelab.discord.shards=2")) {
            long other = secondServer(community);
            community.awaitReady();
            await().atMost(Community.SOON).until(() -> holds(first, Worlds.COMMUNITY) && holds(first, other));
            take(second, shardOf(other));

            await().atMost(Community.SOON.multipliedBy(3)).until(() -> holds(second, other) && !holds(first, other));
            community.quiet();
            assertThat(holds(first, Worlds.COMMUNITY)).isTrue();
            assertThat(holds(second, Worlds.COMMUNITY)).isFalse();
            Channel thread = community.open(community.mia(), "Bug Reports", "By the first");
            Message opened = thread.messages().getFirst();
            community.sam().click(opened, Community.customId(opened, "Close"));
            await().atMost(Community.SOON)
                    .until(() -> !community.messages("bug-reports-archive").isEmpty());
        }
    }

    /** Lies on the other shard than the first. */
    private static long secondServer(Community community) {
        World world = community.discord().world();
        Guild guild = Worlds.newGuild(world, "Second", Worlds.ADA);
        while (shardOf(guild.id()) == shardOf(Worlds.COMMUNITY)) {
            guild = Worlds.newGuild(world, "Second", Worlds.ADA);
        }
        Worlds.invite(world, guild, Worlds.BOTS);
        return guild.id();
    }

    private static int shardOf(long guildId) {
        return (int) ((guildId >>> 22) % 2);
    }

    private static boolean holds(ConfigurableApplicationContext instance, long guildId) {
        return instance.getBean(DiscordConnection.class).guild(guildId).isPresent();
    }

    /** As if the other had been the faster one: whoever finds a lease that has run out takes it. */
    private static void take(ConfigurableApplicationContext instance, int shard) {
        await().atMost(Community.SOON).until(() -> {
            instance.getBean(JdbcClient.class)
                    .sql("UPDATE shard_lease SET until = now() - interval '1 second' WHERE shard = ?")
                    .param(shard)
                    .update();
            return instance.getBean(ShardLeases.class).take(shard);
        });
    }
}
