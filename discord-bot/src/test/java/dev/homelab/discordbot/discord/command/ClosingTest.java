package dev.homelab.discordbot.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.timer.StaleTickets;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketActivity;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How tickets end: by agreement, by silence, by command; and what comes afterwards. */
@SpringBootTest
@WithServers
class ClosingTest {

    private static final Community COMMUNITY = Community.start();
    private static final long LEFT = 4711;

    private final TicketShelf shelf;
    private final TicketActivity activity;
    private final StaleTickets stale;
    private final GuildRegistry guilds;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person sam = COMMUNITY.sam();
    private final Person ada = COMMUNITY.ada();

    ClosingTest(
            @Autowired TicketShelf shelf,
            @Autowired TicketActivity activity,
            @Autowired StaleTickets stale,
            @Autowired GuildRegistry guilds,
            @Autowired JdbcClient jdbc,
            @Autowired SettableClock clock) {
        this.shelf = shelf;
        this.activity = activity;
        this.stale = stale;
        this.guilds = guilds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
        clock.advance(Duration.ofHours(2)); // so that the hourly limit does not count across tests
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void asksTheMemberBeforeClosingAndTakesNoForAnAnswer() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "May I close");
        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        Message question = thread.messages().getLast();

        noahCannot(question, "Yes, close it");
        mia.click(question, Community.customId(question, "No, I still need help"));
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(ticket(thread).closeRequest()).isNull());
        assertThat(ticket(thread).turn().side()).isEqualTo(Side.STAFF);

        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        clock.advance(Duration.ofHours(3));
        stale.sweep();
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(thread.isArchived()).isTrue());
        assertThat(ticket(thread).closing()).extracting("reason").isEqualTo("Closed as agreed");
    }

    @Test
    void takesTheMembersYesInATicketThatSleeps() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Yes, asleep");
        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        Message question = thread.messages().getLast();
        COMMUNITY.discord().faults().archive(thread);
        await().atMost(Community.SOON).until(() -> ticket(thread).isParked());

        mia.click(question, Community.customId(question, "Yes, close it"));

        await().atMost(Community.SOON).until(() -> thread.isArchived() && thread.isLocked());
    }

    private void noahCannot(Message question, String label) {
        Seen seen = sam.click(question, Community.customId(question, label));
        assertThat(seen).isInstanceOf(Seen.Acknowledged.class);
    }

    @Test
    void remindsAMemberOnceThenClosesButNeverWhileTheStaffOweTheAnswer() throws InterruptedException {
        Channel theirs = COMMUNITY.open(mia, "Account Issues", "Your turn");
        Channel ours = COMMUNITY.open(noah, "Account Issues", "Our turn");
        activity.said(theirs.id(), 1, true, clock.instant());

        clock.advance(Duration.ofHours(49));
        stale.sweep();
        stale.sweep();
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(Community.said(theirs))
                        .filteredOn(text -> text.contains("are you still there?"))
                        .hasSize(1));
        assertThat(Community.said(ours)).noneMatch(text -> text.contains("still there"));

        clock.advance(Duration.ofHours(13));
        stale.sweep();
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(theirs.isArchived()).isTrue());
        assertThat(ours.isArchived()).isFalse();
        assertThat(ticket(theirs).closing()).extracting("reason").isEqualTo("No answer for a long time");
    }

    @Test
    void aServerThatTheBotHasLeftKeepsNoOtherFromClosing() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Agreed");
        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        guilds.joined(LEFT, "Left behind", Locale.ENGLISH);
        long type = guilds.typesOf(LEFT).getFirst().id();
        jdbc.sql("""
                        INSERT INTO ticket (id, guild_id, number, type_id, opener_id, opener_name, title, answers, priority,
                            nonce, state, waiting_for, waiting_since, opened_at, active_at, close_due_at, close_asked_by_id,
                            close_asked_by_name)
                        SELECT gen_random_uuid(), ?, n, ?, 1, 'Gone', 'Gone', '[]', 'NORMAL', gen_random_uuid(), 'OPEN',
                            'MEMBER', now(), now(), now(), now(), 1, 'Gone' FROM generate_series(1, 60) n
                        """).params(LEFT, type).update();

        clock.advance(Duration.ofHours(3));
        stale.sweep();

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(ticket(thread).state()).isEqualTo(TicketState.CLOSED));
    }

    @Test
    void aReplyTakesTheReminderBackAndSnoozingPutsItOff() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Account Issues", "Sleepy");
        activity.said(thread.id(), 1, true, clock.instant());
        ada.slash(thread, "ticket snooze", Map.of("hours", 100));
        clock.advance(Duration.ofHours(60));
        stale.sweep();
        assertThat(ticket(thread).turn().warnedAt()).isNull();

        clock.advance(Duration.ofHours(41));
        stale.sweep();
        assertThat(ticket(thread).turn().warnedAt()).isNotNull();
        activity.said(thread.id(), 2, false, clock.instant());
        clock.advance(Duration.ofHours(50));
        stale.sweep();
        assertThat(ticket(thread).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void ratesAClosedTicketAndOpensItAgainFromItsCard() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Feature Requests", "Rate me");
        ada.slash(thread, "ticket close", Map.of("reason", "It is shipped"));
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(COMMUNITY.messages("feature-requests-archive"))
                        .isNotEmpty());
        Message card = COMMUNITY.messages("feature-requests-archive").getLast();
        assertThat(card.components().toString()).contains("It is shipped").contains("<@" + Worlds.ADA + ">");

        rate("Rate me", 4, "Fast");
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(COMMUNITY
                                .messages("feature-requests-archive")
                                .getLast()
                                .components()
                                .toString())
                        .contains("★★★★☆")
                        .contains("Fast"));

        assertThat(Community.text(ada.click(card, Community.customId(card, "Reopen"))))
                .contains("<#" + thread.id());
        assertThat(thread.isArchived() || thread.isLocked()).isFalse();
        assertThat(ticket(thread).state()).isEqualTo(TicketState.OPEN);
        COMMUNITY.quiet();
        assertThat(COMMUNITY.messages("feature-requests-archive")).hasSize(1);
    }

    @Test
    void aRatingInTheMomentOfClosingReachesTheCardOnce() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Bug Reports", "Rated at once");
        int cards = COMMUNITY.messages("bug-reports-archive").size();
        long archive = COMMUNITY.channel("bug-reports-archive").id();
        Hold hold = COMMUNITY.discord().faults().rest().hold(true, "POST", "/channels/" + archive + "/messages");
        ada.slash(thread, "ticket close", Map.of());
        await().atMost(Community.SOON).until(hold::isHeld);

        rate("Rated at once", 5, "In time");
        COMMUNITY.discord().requests().clear();
        hold.pass();

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(cardText()).contains("★★★★★").contains("In time"));
        COMMUNITY.quiet();
        assertThat(COMMUNITY.messages("bug-reports-archive")).hasSize(cards + 1);
        assertThat(COMMUNITY.counted())
                .filteredOn(call -> call.startsWith("PATCH"))
                .hasSize(1);
    }

    private void rate(String title, int stars, String comment) {
        await().atMost(Community.SOON).until(() -> question(title).isPresent());
        Message question = question(title).orElseThrow();
        Seen.Modal form = (Seen.Modal) mia.click(question, Community.customId(question, stars + " ★"));
        assertThat(Community.text(mia.submit(form, Map.of("comment", comment)))).contains("Danke");
    }

    private Optional<Message> question(String title) {
        return COMMUNITY.direct(mia).stream()
                .filter(message -> message.content().contains(title))
                .findFirst();
    }

    private static String cardText() {
        return COMMUNITY.messages("bug-reports-archive").getLast().components().toString();
    }

    private TicketView ticket(Channel thread) {
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    @TestConfiguration
    static class Times {

        @Bean
        SettableClock clock() {
            return SettableClock.create();
        }
    }
}
