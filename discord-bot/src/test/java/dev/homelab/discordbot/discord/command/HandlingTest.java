package dev.homelab.discordbot.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.timer.LogChannel;
import dev.homelab.discordbot.discord.timer.StaleTickets;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketActivity;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What staff and members do in a ticket, by commands and buttons, with the real JDA. */
@SpringBootTest
@WithServers
class HandlingTest {

    private static final Community COMMUNITY = Community.start();

    private final TicketShelf shelf;
    private final TicketActivity activity;
    private final StaleTickets stale;
    private final LogChannel log;
    private final SettableClock clock;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person sam = COMMUNITY.sam();
    private final Person ada = COMMUNITY.ada();

    HandlingTest(
            @Autowired TicketShelf shelf,
            @Autowired TicketActivity activity,
            @Autowired StaleTickets stale,
            @Autowired LogChannel log,
            @Autowired SettableClock clock) {
        this.shelf = shelf;
        this.activity = activity;
        this.stale = stale;
        this.log = log;
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
    void letsStaffClaimAssignTransferAndHandBack() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Bug Reports", "Claim me");

        assertThat(say(mia, thread, "ticket claim")).startsWith("Das kann nur das Team");
        assertThat(say(ada, thread, "ticket claim")).isEqualTo("Done.");
        assertThat(ticket(thread).handler()).extracting("id").isEqualTo(Worlds.ADA);
        assertThat(Community.text(sam.slash(thread, "ticket claim", Map.of()))).contains("Ada");
        assertThat(Community.text(ada.slash(thread, "ticket transfer", Map.of("user", id(sam)))))
                .isEqualTo("Done.");
        assertThat(ticket(thread).handler()).extracting("id").isEqualTo(Worlds.SAM);
        assertThat(Community.text(ada.slash(thread, "ticket transfer", Map.of("user", id(sam)))))
                .contains("/ticket assign");
        assertThat(Community.text(ada.slash(thread, "ticket assign", Map.of("user", id(mia)))))
                .isEqualTo("They do not answer tickets of this type.");
        sam.slash(thread, "ticket unclaim", Map.of());
        assertThat(ticket(thread).handler()).isNull();
        await().untilAsserted(
                        () -> assertThat(said(thread)).anyMatch(text -> text.contains("handed this ticket back")));
        assertThat(COMMUNITY.discord().requests().counted())
                .as("claiming and the like cost no counted call")
                .filteredOn(call -> call.path().contains(Long.toString(thread.id())))
                .extracting(Exchange::method)
                .containsExactly("POST");
    }

    @Test
    void letsStaffChangePriorityTurnAndTitle() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Bug Reports", "Rename me");

        ada.slash(thread, "ticket priority", Map.of("priority", "HIGH"));
        ada.slash(thread, "ticket wait", Map.of("for", "MEMBER"));
        ada.slash(thread, "ticket rename", Map.of("title", "Better name"));

        assertThat(ticket(thread).priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket(thread).turn().side()).isEqualTo(Side.MEMBER);
        assertThat(thread.name()).endsWith(": Better name");
    }

    @Test
    void bringsPeopleInAndTakesThemOutButNeverTheOpener() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Company");

        ada.slash(thread, "ticket add", Map.of("user", id(noah)));
        assertThat(noah.channels(Worlds.COMMUNITY)).contains(thread);
        ada.slash(thread, "ticket remove", Map.of("user", id(noah)));
        assertThat(noah.channels(Worlds.COMMUNITY)).doesNotContain(thread);
        assertThat(Community.text(ada.slash(thread, "ticket remove", Map.of("user", id(mia)))))
                .isEqualTo("The member who opened the ticket stays in it.");
    }

    @Test
    void keepsTheStaffsNotesFromTheMember() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Secret notes");

        assertThat(Community.text(ada.slash(thread, "ticket notes", Map.of()))).contains("<#");
        long notes = Objects.requireNonNull(ticket(thread).noteThreadId());
        assertThat(sam.channels(Worlds.COMMUNITY)).anyMatch(channel -> channel.id() == notes);
        assertThat(mia.channels(Worlds.COMMUNITY)).noneMatch(channel -> channel.id() == notes);
        assertThat(Community.text(ada.slash(thread, "ticket notes", Map.of()))).contains("<#" + notes + ">");
    }

    @Test
    void sendsCannedRepliesWithTheirVariablesFilled() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Canned");
        ada.slash(thread, "tickets tag set", Map.of("name", "hello", "text", "Hi {member}, this is #{number}."));

        assertThat(ada.autocomplete(thread, "ticket tag", Map.of("name", "he"), "name"))
                .isInstanceOfSatisfying(
                        Seen.Suggestions.class,
                        found -> assertThat(found.choices()).containsKey("hello"));
        sam.slash(thread, "ticket tag", Map.of("name", "hello"));

        await().untilAsserted(() -> assertThat(said(thread))
                .contains("Hi <@" + Worlds.MIA + ">, this is #" + ticket(thread).number() + "."));
    }

    @Test
    void goesOnInANewThreadUnderAnotherType() throws InterruptedException {
        Channel before = COMMUNITY.open(mia, "General Support", "Wrong door");
        TicketView ticket = ticket(before);
        long bugs = typeId(ada, before, "Bug");

        ada.slash(before, "ticket type", Map.of("type", Long.toString(bugs)));

        await().untilAsserted(() ->
                assertThat(before.isArchived() && before.isLocked()).isTrue());
        Channel after = COMMUNITY.thread(mia, "Wrong door");
        assertThat(after.parentId()).isEqualTo(COMMUNITY.channel("bug-reports").id());
        assertThat(said(before)).anyMatch(text -> text.contains("<#" + after.id() + ">"));
        assertThat(shelf.find(ticket.id()))
                .hasValueSatisfying(moved -> assertThat(moved.threadId()).isEqualTo(after.id()))
                .hasValueSatisfying(moved -> assertThat(moved.state()).isEqualTo(TicketState.OPEN));
    }

    @Test
    void asksTheMemberBeforeClosingAndTakesNoForAnAnswer() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "May I close");
        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        Message question = thread.messages().getLast();

        noahCannot(question, "Yes, close it");
        mia.click(question, Community.customId(question, "No, I still need help"));
        await().untilAsserted(() -> assertThat(ticket(thread).closeRequest()).isNull());
        assertThat(ticket(thread).turn().side()).isEqualTo(Side.STAFF);

        ada.slash(thread, "ticket ask-to-close", Map.of("hours", 2));
        clock.advance(Duration.ofHours(3));
        stale.sweep();
        await().untilAsserted(() -> assertThat(thread.isArchived()).isTrue());
        assertThat(ticket(thread).closing()).extracting("reason").isEqualTo("Closed as agreed");
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
        await().untilAsserted(() -> assertThat(said(theirs))
                .filteredOn(text -> text.contains("are you still there?"))
                .hasSize(1));
        assertThat(said(ours)).noneMatch(text -> text.contains("still there"));

        clock.advance(Duration.ofHours(13));
        stale.sweep();
        await().untilAsserted(() -> assertThat(theirs.isArchived()).isTrue());
        assertThat(ours.isArchived()).isFalse();
        assertThat(ticket(theirs).closing()).extracting("reason").isEqualTo("No answer for a long time");
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
        await().untilAsserted(() ->
                assertThat(COMMUNITY.messages("feature-requests-archive")).isNotEmpty());
        Message card = COMMUNITY.messages("feature-requests-archive").getLast();
        assertThat(card.components().toString()).contains("It is shipped").contains("<@" + Worlds.ADA + ">");

        await().untilAsserted(() -> assertThat(direct(mia)).isNotEmpty());
        Message question = direct(mia).getLast();
        Seen.Modal form = (Seen.Modal) mia.click(question, Community.customId(question, "4 ★"));
        assertThat(Community.text(mia.submit(form, Map.of("comment", "Fast")))).contains("Danke");
        await().untilAsserted(() -> assertThat(COMMUNITY
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
    void opensATicketAboutAMessageAndForAMember() {
        Channel general = ada.channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.name().equals("general"))
                .findFirst()
                .orElseThrow();
        Message rude = noah.say(general, "This is rude");

        Seen.Reply choice = (Seen.Reply) mia.onMessage(rude, "Open a ticket about this");
        String menu = choice.message()
                .components()
                .get(0)
                .path("components")
                .get(0)
                .path("custom_id")
                .asString();
        Seen.Modal form =
                (Seen.Modal) mia.select(choice.message(), menu, Long.toString(typeId(ada, general, "General")));
        mia.submit(form, Community.answers("About that"));
        assertThat(shelf.openOf(Worlds.COMMUNITY, Worlds.MIA))
                .anySatisfy(ticket -> assertThat(ticket.sourceUrl()).endsWith(general.id() + "/" + rude.id()));

        Map<String, Object> options = Map.of("type", Long.toString(typeId(ada, general, "General")), "user", id(noah));
        assertThat(mia.slash(general, "ticket open", options)).isInstanceOf(Seen.Reply.class);
        Seen.Modal theirs = (Seen.Modal) ada.slash(general, "ticket open", options);
        ada.submit(theirs, Community.answers("For Noah"));
        assertThat(shelf.openOf(Worlds.COMMUNITY, Worlds.NOAH))
                .anySatisfy(ticket ->
                        assertThat(ticket.requestedBy()).extracting("id").isEqualTo(Worlds.ADA));
    }

    @Test
    void showsTheAuditLogInAChannelWithoutNamingOpeners() throws InterruptedException {
        Channel general = COMMUNITY.channel("general");
        ada.slash(general, "tickets setup", Map.of("log", Long.toString(general.id())));
        Channel thread = COMMUNITY.open(mia, "General Support", "Logged");
        ada.slash(thread, "ticket claim", Map.of());

        log.post();
        log.post();

        List<String> lines = said(general).stream()
                .filter(text -> text.contains("#" + ticket(thread).number() + " ·"))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains("opened")
                .contains("the member")
                .contains("claimed · Ada")
                .doesNotContain("Mia");
    }

    private String say(Person person, Channel thread, String command) {
        return Community.text(person.slash(thread, command, Map.of()));
    }

    private TicketView ticket(Channel thread) {
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    private static List<String> said(Channel channel) {
        return channel.messages().stream().map(Message::content).toList();
    }

    private static List<Message> direct(Person person) {
        return COMMUNITY.direct(person);
    }

    private static String id(Person person) {
        return Long.toString(person.id());
    }

    private static long typeId(Person person, Channel channel, String typed) {
        Seen.Suggestions found =
                (Seen.Suggestions) person.autocomplete(channel, "ticket open", Map.of("type", typed), "type");
        return Long.parseLong(found.choices().values().iterator().next());
    }

    @TestConfiguration
    static class Times {

        @Bean
        SettableClock clock() {
            return SettableClock.create();
        }
    }
}
