package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.discord.channel.Doctor;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildLimits;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketDraft;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.Guild;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is broken is found with the fewest calls, and mended once. */
@SpringBootTest(properties = "db-scheduler.polling-interval=200ms")
@WithServers
class RepairTest {

    private static final Community COMMUNITY = Community.start();
    private static final SettableClock CLOCK = SettableClock.create();

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketDesk desk;
    private final DiscordConnection discord;
    private final Repair repair;
    private final Doctor doctor;
    private final World world = COMMUNITY.discord().world();

    @Autowired
    RepairTest(
            GuildRegistry guilds,
            TicketShelf shelf,
            TicketDesk desk,
            DiscordConnection discord,
            Repair repair,
            Doctor doctor) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.desk = desk;
        this.discord = discord;
        this.repair = repair;
        this.doctor = doctor;
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
    void costsTwoCallsToFindThatAServerIsWhole() throws InterruptedException {
        Channel parked = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Whole and parked");
        COMMUNITY.discord().faults().archive(parked);
        await().atMost(Community.SOON).until(() -> ticket(parked).isParked());
        repair.run(guild());
        COMMUNITY.quiet();
        COMMUNITY.discord().requests().clear();

        repair.run(guild());

        assertThat(COMMUNITY.counted())
                .containsExactly(
                        "GET /channels/{channel_id}/messages/{message_id}", "GET /guilds/{guild_id}/threads/active");
        assertThat(repair.last(Worlds.COMMUNITY)).hasValueSatisfying(report -> {
            assertThat(report.broken()).isEmpty();
            assertThat(report.mended()).isZero();
            assertThat(report.calls()).isEqualTo(1);
        });
    }

    @Test
    void makesANewThreadAtOnceForATicketWhoseThreadIsDeleted() throws InterruptedException {
        Channel lost = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Deleted by hand");

        COMMUNITY.discord().faults().delete(lost);

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(COMMUNITY
                                .thread(COMMUNITY.mia(), "Deleted by hand")
                                .id())
                        .isNotEqualTo(lost.id()));
        await().atMost(Community.SOON).until(() -> opened("Deleted by hand"));
    }

    @Test
    void findsItsTicketsAgainWhenTheirChannelIsDeleted() throws InterruptedException {
        Channel lost = COMMUNITY.open(COMMUNITY.mia(), "Feature Requests", "Channel gone");

        COMMUNITY.discord().faults().delete(COMMUNITY.channel("feature-requests"));

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(COMMUNITY
                                .thread(COMMUNITY.mia(), "Channel gone")
                                .id())
                        .isNotEqualTo(lost.id()));
        await().atMost(Community.SOON).until(() -> opened("Channel gone"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void finishesAnOpeningWhoseThreadIsThereWithoutItsMessage(boolean archived) throws InterruptedException {
        TicketView ticket = desk.open(draft("Crashed " + archived));
        Channel thread = ownThread("🎫 Ticket #" + ticket.number() + ": Crashed " + archived);
        if (archived) {
            COMMUNITY.discord().faults().archive(thread);
        }

        repair.run(guild());
        repair.run(guild());

        assertThat(shelf.find(ticket.id())).hasValueSatisfying(found -> {
            assertThat(found.state()).isEqualTo(TicketState.OPEN);
            assertThat(found.threadId()).isEqualTo(thread.id());
        });
        assertThat(thread.isArchived()).isFalse();
        assertThat(thread.messages().stream().filter(message -> message.mentions(Worlds.MIA)))
                .hasSize(1);
    }

    @Test
    void putsThreadsToRestThatNoTicketKnows() {
        Channel orphan = ownThread("🎫 Ticket #4711: Nobody's");

        repair.run(guild());

        assertThat(orphan.isArchived() && orphan.isLocked()).isTrue();
    }

    @Test
    void triesFiveTimesSoonLeavesAMarkThatTheDoctorNamesAndThenTriesInEachRound() {
        TicketView ticket = desk.open(draft("Cannot be mended"));
        COMMUNITY.discord().faults().rest().answer(5, 500, "POST", "/channels/{channel_id}/threads");

        List<Optional<Duration>> pauses =
                IntStream.range(0, 5).mapToObj(_ -> repair.run(guild())).toList();

        assertThat(pauses).containsExactly(seconds(10), seconds(20), seconds(40), seconds(80), Optional.empty());
        assertThat(shelf.find(ticket.id()))
                .hasValueSatisfying(found -> assertThat(found.state()).isEqualTo(TicketState.OPENING));
        assertThat(doctor.examine(guild()))
                .filteredOn(finding -> finding.what().key().equals("doctor.broken"))
                .extracting(finding -> finding.what().arguments().getFirst().toString())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("ticket #" + ticket.number() + ": ");

        assertThat(repair.run(guild())).isEmpty();
        assertThat(opened("Cannot be mended")).isTrue();
        assertThat(doctor.examine(guild()))
                .noneMatch(finding -> finding.what().key().equals("doctor.broken"));
    }

    @Test
    void doesNotHurryForWhatNobodyNeedsAnyMore() {
        TicketView ticket = desk.open(draft("Opened by somebody else"));
        COMMUNITY.discord().faults().rest().answer(1, 500, "POST", "/channels/{channel_id}/threads");
        assertThat(repair.run(guild())).isEqualTo(seconds(10));

        desk.opened(
                ticket.id(),
                ownThread("🎫 Ticket #" + ticket.number() + ": Elsewhere").id());

        assertThat(repair.run(guild())).isEmpty();
    }

    private static Optional<Duration> seconds(int seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    @Test
    void comparesAgainAfterAReconnectWithoutResume() throws InterruptedException {
        Channel lost = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Deleted meanwhile");
        COMMUNITY.discord().faults().gateway().invalidate(false);
        COMMUNITY.discord().faults().delete(lost);

        await().atMost(Community.SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(COMMUNITY
                                .thread(COMMUNITY.mia(), "Deleted meanwhile")
                                .id())
                        .isNotEqualTo(lost.id()));
    }

    /** As the bot makes it. */
    private Channel ownThread(String name) {
        return world.locked(() -> world.threads()
                .start(
                        COMMUNITY.channel("account-issues"),
                        Json.object().put("name", name).put("type", 12),
                        Actor.of(Worlds.BOT)));
    }

    private TicketDraft draft(String title) {
        long type = guilds.typesOf(Worlds.COMMUNITY).stream()
                .filter(each -> each.channelName().equals("account-issues"))
                .findFirst()
                .orElseThrow()
                .id();
        return new TicketDraft(
                Worlds.COMMUNITY,
                type,
                new dev.homelab.discordbot.ticket.Person(Worlds.MIA, "Mia"),
                null,
                Set.of(),
                title,
                List.of(),
                Priority.NORMAL,
                null,
                null,
                UUID.randomUUID());
    }

    private Guild guild() {
        return discord.guild(Worlds.COMMUNITY).orElseThrow();
    }

    private boolean opened(String title) {
        return shelf.inState(Worlds.COMMUNITY, TicketState.OPEN).stream()
                .anyMatch(ticket -> ticket.title().equals(title));
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
