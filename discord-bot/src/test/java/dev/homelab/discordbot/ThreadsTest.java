package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.discord.channel.CleanUp;
import dev.homelab.discordbot.discord.channel.OldThread;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildLimits;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Rules;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.Guild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What becomes of tickets when threads are many, idle, old or gone. */
@SpringBootTest(properties = "db-scheduler.polling-interval=200ms")
@WithServers
class ThreadsTest {

    private static final Community COMMUNITY = Community.start();
    private static final SettableClock CLOCK = SettableClock.create();

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final DiscordConnection discord;
    private final CleanUp cleanUp;
    private final Repair repair;
    private final JdbcClient database;
    private final World world = COMMUNITY.discord().world();

    @Autowired
    ThreadsTest(
            GuildRegistry guilds,
            TicketShelf shelf,
            DiscordConnection discord,
            CleanUp cleanUp,
            Repair repair,
            JdbcClient database) {
        this.database = database;
        this.guilds = guilds;
        this.shelf = shelf;
        this.discord = discord;
        this.cleanUp = cleanUp;
        this.repair = repair;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void awaitReady() throws InterruptedException {
        COMMUNITY.awaitReady();
        limit(950);
        CLOCK.advance(Duration.ofHours(2));
        COMMUNITY.awaitRepair();
    }

    @AfterEach
    void isAsDiscordDescribesIt() throws InterruptedException {
        world.rules(Rules.DISCORD);
        COMMUNITY.discord().faults().gateway().thaw();
        COMMUNITY.quiet();
        world.locked(() -> world.threads().active(Worlds.COMMUNITY))
                .forEach(COMMUNITY.discord().faults()::archive);
        COMMUNITY.quiet();
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void parksTheLongestIdleTicketAboveTheServersLimitAndWakesItWithTheNextMessage() throws InterruptedException {
        Channel first = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "The first");
        CLOCK.advance(Duration.ofMinutes(5));
        Channel second = COMMUNITY.open(COMMUNITY.noah(), "Bug Reports", "The second");
        CLOCK.advance(Duration.ofMinutes(5));
        limit(active());
        COMMUNITY.discord().requests().clear();

        Channel third = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "The third");

        await().atMost(Community.SOON).until(first::isArchived);
        COMMUNITY.quiet();
        assertThat(COMMUNITY.counted())
                .containsExactlyInAnyOrder(
                        "POST /channels/{channel_id}/threads",
                        "POST /channels/{channel_id}/messages",
                        "PATCH /channels/{channel_id}");
        assertThat(first.isLocked()).isFalse();
        assertThat(ticket(first).isParked()).isTrue();
        assertThat(ticket(first).state()).isEqualTo(TicketState.OPEN);
        assertThat(List.of(second.isArchived(), third.isArchived())).containsOnly(false);

        limit(950);
        COMMUNITY.mia().say(first, "Is anybody there?");
        await().atMost(Community.SOON).until(() -> !ticket(first).isParked());
    }

    @Test
    void parksOneTicketAndNoSecondWhileDiscordTellsOfNoThread() throws InterruptedException {
        Channel first = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Idle for longest");
        CLOCK.advance(Duration.ofMinutes(5));
        Channel second = COMMUNITY.open(COMMUNITY.noah(), "Bug Reports", "Idle as well");
        CLOCK.advance(Duration.ofMinutes(5));
        limit(active());
        COMMUNITY.discord().faults().gateway().freezeAt("THREAD_CREATE");

        COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Told of late");
        await().atMost(Community.SOON).until(first::isArchived);
        repair.now(guild());

        assertThat(second.isArchived()).isFalse();
    }

    @Test
    void takesAThreadThatDiscordArchivesForParkedAndNotForClosed() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Quiet one");

        COMMUNITY.discord().faults().archive(thread);

        await().atMost(Community.SOON).until(() -> ticket(thread).isParked());
        assertThat(ticket(thread).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void parksAndTriesAgainWhenDiscordSaysThatTheServerIsFull() throws InterruptedException {
        Channel first = COMMUNITY.open(COMMUNITY.mia(), "General Support", "Idle one");
        CLOCK.advance(Duration.ofMinutes(5));
        world.rules(Rules.DISCORD.withActiveThreads(active()));

        Channel second = COMMUNITY.open(COMMUNITY.noah(), "General Support", "Needs room");

        assertThat(first.isArchived()).isTrue();
        assertThat(second.isArchived()).isFalse();
    }

    @Test
    void queuesWhatHasNoRoomAndOpensItInOrderWhenThreadsGo() throws InterruptedException {
        List<Channel> others = IntStream.range(0, 2).mapToObj(this::others).toList();
        world.rules(Rules.DISCORD.withActiveThreads(active()));

        assertThat(submit(COMMUNITY.mia(), "Waits first")).contains("1").doesNotContain("<#");
        assertThat(submit(COMMUNITY.noah(), "Waits second")).contains("2").doesNotContain("<#");

        COMMUNITY.discord().faults().archive(others.getFirst());
        await().atMost(Community.SOON).until(() -> opened("Waits first"));
        COMMUNITY.quiet();
        assertThat(opened("Waits second")).isFalse();
        assertThat(COMMUNITY
                        .thread(COMMUNITY.mia(), "Waits first")
                        .messages()
                        .getFirst()
                        .mentions(Worlds.MIA))
                .isTrue();
        COMMUNITY.discord().faults().delete(others.getLast());
        await().atMost(Community.SOON).until(() -> opened("Waits second"));
    }

    @Test
    void locksAParkedTicketThatIsClosed() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Closed asleep");
        var close = Community.customId(thread.messages().getFirst(), "Close");
        COMMUNITY.discord().faults().archive(thread);
        await().atMost(Community.SOON).until(() -> ticket(thread).isParked());

        COMMUNITY.sam().click(thread.messages().getFirst(), close);

        await().atMost(Community.SOON).until(() -> thread.isArchived() && thread.isLocked());
    }

    @Test
    void deletesTheThreadsOfTicketsThatWereClosedLongAgoAndItsOwnThatNoTicketKnows() throws InterruptedException {
        Channel recent = COMMUNITY.open(COMMUNITY.mia(), "Account Issues", "Closed today");
        Channel old = COMMUNITY.open(COMMUNITY.noah(), "Account Issues", "Closed long ago");
        close(old);
        Channel orphan = ownThread("Forgotten");
        COMMUNITY.discord().faults().archive(orphan);
        Channel parked = COMMUNITY.open(COMMUNITY.mia(), "Account Issues", "Asleep for long");
        COMMUNITY.discord().faults().archive(parked);
        await().atMost(Community.SOON).until(() -> ticket(parked).isParked());
        Community.retain(guilds, 0); // until the daily clean-up is over, which must not be faster than the look
        CLOCK.advance(Duration.ofDays(31));
        await().atMost(Community.SOON).until(() -> Community.isOver("clean-up", database, CLOCK.instant()));
        close(recent);
        Community.retain(guilds, 30);

        assertThat(cleanUp.find(guild()))
                .extracting(OldThread::threadId)
                .contains(old.id(), orphan.id())
                .doesNotContain(recent.id(), parked.id());
        cleanUp.run(guild());

        assertThat(cleanUp.find(guild())).isEmpty();
        assertThat(world.locked(() -> world.threads().of(Worlds.COMMUNITY)))
                .contains(recent, parked)
                .doesNotContain(old, orphan);
    }

    private void close(Channel thread) throws InterruptedException {
        COMMUNITY
                .sam()
                .click(
                        thread.messages().getFirst(),
                        Community.customId(thread.messages().getFirst(), "Close"));
        await().atMost(Community.SOON).until(() -> ticket(thread).state() == TicketState.CLOSED);
        COMMUNITY.quiet();
    }

    /** As the bot makes it. */
    private Channel ownThread(String name) {
        return world.locked(() -> world.threads()
                .start(
                        COMMUNITY.channel("account-issues"),
                        Json.object().put("name", name).put("type", 12),
                        Actor.of(Worlds.BOT)));
    }

    private Guild guild() {
        return discord.guild(Worlds.COMMUNITY).orElseThrow();
    }

    private String submit(Person member, String title) {
        return Community.text(member.submit(COMMUNITY.form(member, "Bug Reports"), Community.answers(title)));
    }

    private boolean opened(String title) {
        return shelf.inState(Worlds.COMMUNITY, TicketState.OPEN).stream()
                .anyMatch(ticket -> ticket.title().equals(title));
    }

    private Channel others(int number) {
        return world.locked(() -> world.threads()
                .start(
                        world.channel(Worlds.GENERAL),
                        Json.object().put("name", "other-" + number).put("type", 11),
                        Actor.of(Worlds.SAM)));
    }

    private int active() {
        return world.locked(() -> world.threads().active(Worlds.COMMUNITY).size());
    }

    private TicketView ticket(Channel thread) {
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    private void limit(int activeThreads) {
        GuildSetup setup = guilds.get(Worlds.COMMUNITY);
        setup.limit(new GuildLimits(0, 0, 0, 0, activeThreads));
        guilds.save(setup);
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock settableClock() {
            return CLOCK;
        }
    }
}
