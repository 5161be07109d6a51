package dev.homelab.local.discord;

import static dev.homelab.local.discord.RawGateway.identify;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.homelab.local.discord.world.Intents;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.Worlds;
import java.util.Objects;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayCodesTest {

    private static final String TOKEN = DiscordSettings.BOT_TOKEN;
    private DiscordSimulator discord;

    @BeforeEach
    void start() {
        Rules rules = Rules.DISCORD.withPrivilegedIntents(Intents.GUILD_MEMBERS);
        discord = DiscordSimulator.start(DiscordSettings.local().withRules(rules));
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private RawGateway connect() {
        return new RawGateway(discord, "?v=10&encoding=json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4001 | {"op":99,"d":null}
                    4002 | [1]
                    4002 | no json
                    4003 | {"op":8,"d":{"guild_id":"1","query":"","limit":0}}
                    4003 | {"op":3,"d":{}}
                    4004 | {"op":2,"d":{"token":"wrong","intents":1}}
                    4004 | {"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}
                    4010 | {"op":2,"d":{"token":"local-bot-token","intents":1,"shard":[2,2]}}
                    4010 | {"op":2,"d":{"token":"local-bot-token","intents":1,"shard":[-1,2]}}
                    4013 | {"op":2,"d":{"token":"local-bot-token","intents":-5}}
                    4013 | {"op":2,"d":{"token":"local-bot-token"}}
                    4014 | {"op":2,"d":{"token":"local-bot-token","intents":32768}}
                    """)
    void closesWithDiscordsCode(int code, String payload) {
        assertThat(connect().send(payload).closeCode()).isEqualTo(code);
    }

    @Test
    void closesOnWhatIsTooLongComesTwiceOrAsksForAnotherVersion() throws InterruptedException {
        assertThat(connect()
                        .send("{\"op\":3,\"d\":\"" + "x".repeat(5000) + "\"}")
                        .closeCode())
                .isEqualTo(4002);
        RawGateway twice = connect().send(identify(TOKEN, "\"intents\":1"));
        twice.next(0, "READY");
        assertThat(twice.send(identify(TOKEN, "\"intents\":1")).closeCode()).isEqualTo(4005);
        assertThat(new RawGateway(discord, "?v=6").closeCode()).isEqualTo(4012);
    }

    @Test
    void isSilentAboutServersItDoesNotKnow() throws InterruptedException {
        RawGateway client = connect().send(identify(TOKEN, "\"intents\":3"));
        client.next(0, "READY");
        client.send("{\"op\":8,\"d\":{\"guild_id\":\"5\",\"query\":\"\",\"limit\":0}}");
        client.send("{\"op\":1,\"d\":null}");
        assertThatCode(() -> client.next(11, null)).doesNotThrowAnyException();
    }

    @Test
    void aSessionThatIsUnknownCannotBeResumed() throws InterruptedException {
        RawGateway client =
                connect().send("{\"op\":6,\"d\":{\"token\":\"" + TOKEN + "\",\"session_id\":\"x\",\"seq\":1}}");
        assertThat(client.next(9, null).asBoolean()).isFalse();
    }

    @Test
    void eachShardHearsItsOwnServersAlone() throws InterruptedException {
        long mine = (COMMUNITY >>> 22) % 2;
        RawGateway own = connect().send(identify(TOKEN, "\"intents\":1,\"shard\":[" + mine + ",2]"));
        RawGateway other = connect().send(identify(TOKEN, "\"intents\":1,\"shard\":[" + (1 - mine) + ",2]"));
        assertThat(own.next(0, "READY").at("/guilds/0/id").asLong()).isEqualTo(COMMUNITY);
        assertThat(own.next(0, "GUILD_CREATE").path("id").asLong()).isEqualTo(COMMUNITY);
        var ready = other.next(0, "READY");
        assertThat(ready.path("guilds").isEmpty()).isTrue();
        assertThat(ready.at("/shard/0").asLong()).isEqualTo(1 - mine);
        assertThat(ready.at("/shard/1").asInt()).isEqualTo(2);
    }

    @Test
    void aShardManagerAsksHowManyShardsItShouldHave() throws InterruptedException {
        ShardManager shards = DefaultShardManagerBuilder.createLight(TOKEN, GatewayIntent.GUILD_MEMBERS)
                .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(discord.apiUrl()))
                .build();
        try {
            Objects.requireNonNull(shards.getShardById(0)).awaitReady();
            assertThat(shards.getShardsTotal()).isEqualTo(1);
            assertThat(shards.getGuildById(COMMUNITY)).isNotNull();
            assertThat(discord.requests().all())
                    .extracting(exchange -> exchange.route())
                    .contains("/gateway/bot");
        } finally {
            var jda = Objects.requireNonNull(shards.getShardById(0));
            shards.shutdown();
            Bot.logout(jda);
        }
    }

    @Test
    void aServerWithoutTheBotIsNoneOfItsBusiness() throws InterruptedException {
        RawGateway client = connect().send(identify(TOKEN, "\"intents\":3"));
        client.next(0, "GUILD_CREATE");
        var foreign = Worlds.newGuild(discord.world(), "Foreign", Worlds.ADA);
        discord.world().locked(() -> discord.world().guilds().join(foreign, Worlds.MIA));
        var community = discord.world().guild(COMMUNITY);
        discord.world().locked(() -> discord.world().guilds().leave(community, Worlds.NOAH));
        discord.world().locked(() -> discord.world().guilds().join(community, Worlds.NOAH));
        assertThat(client.next(0, "GUILD_MEMBER_ADD").path("guild_id").asLong()).isEqualTo(COMMUNITY);
    }
}
