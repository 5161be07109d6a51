package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.discord.channel.Doctor;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Faults;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Permission;
import dev.homelab.local.discord.world.Role;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.DatabaseGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A living bot while what it needs fails; a member who waited in vain for 3 s would see {@link Seen.Failed}. */
@SpringBootTest
class OutagesTest {

    private static final Duration RECOVERY = Duration.ofSeconds(40);
    private static final String THREADS = "/channels/{channel_id}/threads";
    private static final String MESSAGES = "/channels/{channel_id}/messages";

    private static final Community COMMUNITY = Community.start();
    private static final DatabaseGate GATE = new DatabaseGate();

    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(GATE.direct(), GATE.user(), GATE.password()));
    private final World world = COMMUNITY.discord().world();
    private final Faults faults = COMMUNITY.discord().faults().rest();
    private final DiscordConnection discord;
    private final Doctor doctor;
    private final Repair repair;

    @Autowired
    OutagesTest(DiscordConnection discord, Doctor doctor, Repair repair) {
        this.discord = discord;
        this.doctor = doctor;
        this.repair = repair;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
        registry.add("spring.datasource.hikari.connection-timeout", () -> 1200);
        registry.add("spring.datasource.hikari.validation-timeout", () -> 700);
        registry.add("spring.datasource.url", GATE::jdbc);
        registry.add("spring.datasource.username", GATE::user);
        registry.add("spring.datasource.password", GATE::password);
        registry.add(
                "homelab.discord.lease",
                () -> "30s"); // looked at every ten seconds, so that outages go unnoticed there
        registry.add("db-scheduler.polling-interval", () -> "500ms");
    }

    @BeforeAll
    static void letAllSpeakEnglish() {
        COMMUNITY.patience(Interaction.FIRST_ANSWER_WITHIN);
        Worlds.speak(COMMUNITY.discord().world(), Worlds.MIA, "en-US");
        Worlds.speak(COMMUNITY.discord().world(), Worlds.NOAH, "en-US");
    }

    @BeforeEach
    void awaitReady() throws InterruptedException {
        await().atMost(RECOVERY).until(discord::isConnected);
        COMMUNITY.awaitReady();
        database.sql("UPDATE ticket SET opened_at = opened_at - interval '2 hours'")
                .update();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        GATE.open();
        faults.clear();
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void staysBelowDiscordsLimitInABurst() {
        COMMUNITY.discord().limits(Limits.DISCORD.withPerRoute(false));
        Message panel = COMMUNITY.messages("open-a-ticket").getFirst();
        TextChannel channel = Objects.requireNonNull(
                discord.guild(Worlds.COMMUNITY).orElseThrow().getTextChannelById(panel.channelId()));

        CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(_ -> channel.retrieveMessageById(panel.id()).submit())
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(COMMUNITY.discord().requests().counted())
                .hasSizeGreaterThanOrEqualTo(200)
                .noneMatch(exchange -> exchange.status() == 429);
        COMMUNITY.discord().limits(Limits.DISCORD);
    }

    /** JDA repeats a 503 by itself, though the first call may have been performed. */
    @Test
    void whatDiscordFailsAtIsFinishedOnce() {
        Map<Integer, Person> members = Map.of(500, COMMUNITY.mia(), 503, COMMUNITY.noah());
        Hold repairs = faults.hold(false, "GET", "/guilds/{guild_id}/threads/active"); // or they might meet the faults
        members.forEach((status, member) -> {
            faults.answer(1, status, "POST", THREADS);
            assertThat(submit(member, "Thread refused " + status)).contains("Discord did not accept it");
            faults.loseAnswer(1, status, "POST", THREADS);
            assertThat(submit(member, "Thread unheard " + status)).contains("Discord did not accept it");
            faults.answer(1, status, "POST", MESSAGES);
            assertThat(submit(member, "Message refused " + status)).contains("Discord did not accept it");
            faults.loseAnswer(1, status, "POST", MESSAGES);
            assertThat(submit(member, "Message unheard " + status)).contains("Discord did not accept it");
        });
        repairs.pass();

        members.keySet()
                .forEach(status -> Stream.of(
                                "Thread refused ", "Thread unheard ", "Message refused ", "Message unheard ")
                        .forEach(title -> awaitOneTicket(title + status)));
    }

    @Test
    void discordsPausesAndItsSlownessAreWaitedOut() {
        faults.rateLimit(1, "shared", Duration.ofSeconds(1), "POST", THREADS);
        faults.rateLimit(1, "user", Duration.ofSeconds(1), "POST", MESSAGES);
        faults.latency(Duration.ofMillis(500));

        assertThat(submit(person(), "Slowly")).contains(": <#");
        awaitOneTicket("Slowly");
    }

    @Test
    void aGatewayThatDropsOrForgetsTheSessionMeanwhileLosesNothing() {
        faults.latency(Duration.ofMillis(500));
        CompletableFuture<String> first = submitting("Dropped");
        COMMUNITY.discord().faults().gateway().drop();
        assertThat(first.join()).contains(": <#");
        await().atMost(RECOVERY).until(discord::isConnected);
        CompletableFuture<String> second = submitting("Forgotten");
        COMMUNITY.discord().faults().gateway().invalidate(false);
        assertThat(second.join()).containsAnyOf(": <#", "Sorry");

        await().atMost(RECOVERY).until(discord::isConnected);
        awaitOneTicket("Dropped");
        awaitOneTicket("Forgotten");
    }

    @Test
    void membersHearThatTicketsArePausedWhileTheDatabaseIsAway() throws InterruptedException {
        Person mia = person();
        Channel before = COMMUNITY.open(mia, "Bug Reports", "Before the outage");
        Seen.Modal form = COMMUNITY.form(mia, "Bug Reports");
        Hold hold = faults.hold(true, "POST", MESSAGES);
        CompletableFuture<String> halfDone = submitting("In the outage");
        await().atMost(Community.SOON).until(hold::isHeld);
        GATE.shut();
        hold.release();

        assertThat(halfDone.join()).contains("Sorry");
        assertThat(Community.text(mia.submit(form, Community.answers("Never begun"))))
                .contains("paused");
        assertThat(Community.text(clickPanel(mia))).contains("paused");
        GATE.open();

        awaitOneTicket("In the outage");
        assertThat(tickets("Never begun")).isZero();
        COMMUNITY
                .sam()
                .click(
                        before.messages().getFirst(),
                        Community.customId(before.messages().getFirst(), "Close"));
        await().atMost(RECOVERY)
                .until(() -> COMMUNITY.messages("bug-reports-archive").size() == 1);
    }

    @Test
    void aBotThatLostItsPermissionsSaysSoAndGoesOnWhenItHasThemAgain() {
        Guild server = world.guild(Worlds.COMMUNITY);
        Actor owner = Actor.of(server.ownerId());
        Role own = world.locked(() -> server.roles().stream()
                .filter(role -> role.name().equals(world.user(Worlds.BOT).name()))
                .findFirst()
                .orElseThrow());
        long all = own.permissions();
        permit(server, own, Permission.of(Permission.VIEW_CHANNEL), owner);
        world.locked(() -> world.channels().overwrites().delete(COMMUNITY.channel("bug-reports"), Worlds.BOT, owner));

        try {
            await().atMost(Community.SOON)
                    .until(() -> doctor.examine(discord.guild(Worlds.COMMUNITY).orElseThrow()).stream()
                            .anyMatch(finding -> finding.what().key().equals("doctor.permission")));
            assertThat(submit(person(), "Powerless")).contains("I lack the permission");
        } finally {
            permit(server, own, all, owner);
            world.locked(() ->
                    world.channels().overwrites().delete(COMMUNITY.channel("bug-reports"), Worlds.COMMUNITY, owner));
        }
        repair.now(discord.guild(Worlds.COMMUNITY).orElseThrow());
        awaitOneTicket("Powerless");
    }

    private void permit(Guild server, Role role, long permissions, Actor by) {
        world.locked(() -> world.guilds()
                .modifyRole(server, role.id(), Json.object().put("permissions", Long.toString(permissions)), by));
    }

    private static Person person() {
        return COMMUNITY.mia();
    }

    private static Seen clickPanel(Person member) {
        var panel = COMMUNITY.messages("open-a-ticket").getFirst();
        return member.click(panel, Community.customId(panel, "Bug Reports"));
    }

    private static String submit(Person member, String title) {
        return Community.text(member.submit(COMMUNITY.form(member, "Bug Reports"), Community.answers(title)));
    }

    /** Returns when the bot has begun to work on it. */
    private CompletableFuture<String> submitting(String title) {
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> submit(COMMUNITY.noah(), title), Thread::startVirtualThread);
        await().atMost(Community.SOON).until(() -> tickets(title) == 1);
        return answer;
    }

    private void awaitOneTicket(String title) {
        await().atMost(RECOVERY)
                .until(() -> count("SELECT count(*) FROM ticket WHERE state = 'OPEN' AND title = ?", title) == 1);
        List<Channel> threads = world.locked(() -> world.threads().of(Worlds.COMMUNITY).stream()
                .filter(thread -> thread.name().endsWith(": " + title))
                .toList());
        assertThat(threads)
                .singleElement()
                .satisfies(thread -> assertThat(thread.messages()).hasSize(1));
        assertThat(tickets(title)).isOne();
    }

    private long tickets(String title) {
        return count("SELECT count(*) FROM ticket WHERE title = ?", title);
    }

    private long count(String query, Object... parameters) {
        return database.sql(query).params(parameters).query(Long.class).single();
    }
}
