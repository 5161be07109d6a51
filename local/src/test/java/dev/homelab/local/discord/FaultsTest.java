package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.ADA;
import static dev.homelab.local.discord.world.Worlds.BOTS;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.Intents;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.Worlds;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final TestClock clock = new TestClock();
    private DiscordSimulator discord;
    private JDA jda;
    private TextChannel general;

    @BeforeEach
    void start() throws InterruptedException {
        Rules rules = Rules.DISCORD.withPrivilegedIntents(Intents.GUILD_MEMBERS);
        discord =
                DiscordSimulator.start(DiscordSettings.local().withClock(clock).withRules(rules));
        jda = Bot.builder(discord)
                .setEnabledIntents(EnumSet.of(GatewayIntent.GUILD_MEMBERS, GatewayIntent.GUILD_MESSAGES))
                .build()
                .awaitReady();
        general = Objects.requireNonNull(
                Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL));
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    @Test
    void aPlannedErrorHitsItsRouteAloneAndAsOftenAsPlanned() {
        discord.faults().rest().answer(1, 418, "POST", "/channels/{channel_id}/threads");
        general.sendMessage("passes").complete();
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> general.createThreadChannel("fails", true).complete());
        general.createThreadChannel("passes", true).complete();
        assertThat(discord.world().threads().of(COMMUNITY))
                .extracting(Channel::name)
                .containsExactly("passes");
    }

    @Test
    void aLostAnswerIsWorkDoneAllTheSame() {
        discord.faults().rest().loseAnswer(1, 418, "POST", "/channels/{channel_id}/threads");
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> general.createThreadChannel("made", true).complete());
        assertThat(discord.world().threads().of(COMMUNITY))
                .extracting(Channel::name)
                .containsExactly("made");
    }

    @Test
    void aHeldRequestIsAnsweredWhenItIsLetGo() {
        String path = "/channels/" + GENERAL + "/messages";
        Hold before = discord.faults().rest().hold(false, "POST", path);
        CompletableFuture<?> neverSaid = general.sendMessage("never said").submit();
        await().until(before::isHeld);
        Hold after = discord.faults().rest().hold(true, "POST", path);
        CompletableFuture<?> said = general.sendMessage("said").submit();
        assertThat(neverSaid).isNotDone();

        before.release();
        await().until(after::isHeld);
        assertThat(discord.world().channel(GENERAL).messages())
                .extracting(Message::content)
                .containsExactly("said");
        assertThat(said).isNotDone();
        after.release();
        await().until(() -> neverSaid.isDone() && said.isDone());
    }

    @Test
    void aHeldRequestThatMayPassIsDoneOnceAndAnsweredAsEver() {
        String path = "/channels/" + GENERAL + "/messages";
        for (boolean performed : new boolean[] {false, true}) {
            Hold hold = discord.faults().rest().hold(performed, "POST", path);
            CompletableFuture<?> said = general.sendMessage("held " + performed).submit();
            await().until(hold::isHeld);
            hold.pass();
            said.join();
        }
        assertThat(discord.world().channel(GENERAL).messages())
                .extracting(Message::content)
                .containsExactly("held false", "held true");
    }

    @Test
    void theClientWaitsOutA429() {
        discord.faults().rest().rateLimit(1, "user", Duration.ofSeconds(1), "POST", null);
        discord.requests().clear();
        general.sendMessage("patient").complete();
        assertThat(discord.requests().all())
                .extracting(exchange -> exchange.status())
                .containsExactly(429, 200);
    }

    @Test
    void withoutMessageContentWordsAreBlankOverRestToo() {
        discord.as(MIA).say(discord.world().channel(GENERAL), "secret words");
        assertThat(general.getHistory().retrievePast(1).complete().getFirst().getContentRaw())
                .isEmpty();
    }

    @Test
    void anIdleThreadIsArchivedWhenItsTimeIsOver() {
        general.createThreadChannel("idle", true).complete();
        Channel thread = discord.channel(COMMUNITY, "idle");
        clock.advance(Duration.ofDays(3));
        await().until(thread::isArchived);
    }

    @Test
    void directMessagesReachWhoLetsThemIn() {
        jda.openPrivateChannelById(MIA)
                .flatMap(direct -> direct.sendMessage("psst"))
                .complete();
        Channel direct = discord.world().channels().direct(MIA, Worlds.BOT);
        assertThat(direct.messages()).extracting(Message::content).containsExactly("psst");
        Worlds.messagable(discord.world(), MIA, false);
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> jda.openPrivateChannelById(MIA)
                        .flatMap(open -> open.sendMessage("hello?"))
                        .complete())
                .matches(refused -> refused.getErrorCode() == 50007);
    }

    @Test
    void theBotJoinsAndLeavesFurtherServers() {
        Guild second = Worlds.newGuild(discord.world(), "Second", ADA);
        discord.world().locked(() -> Worlds.invite(discord.world(), second, BOTS));
        await().until(() -> jda.getGuildById(second.id()) != null);
        discord.world().locked(() -> discord.world().guilds().leave(second, Worlds.BOT));
        await().until(() -> jda.getGuildById(second.id()) == null);
    }

    @Test
    void refusesAWrongToken() {
        DiscordSimulator other = DiscordSimulator.start(DiscordSettings.local().withBotToken("another"));
        try (other) {
            assertThatExceptionOfType(InvalidTokenException.class)
                    .isThrownBy(() -> Bot.builder(other).build());
        }
    }
}
