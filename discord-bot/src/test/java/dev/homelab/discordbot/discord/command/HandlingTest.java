package dev.homelab.discordbot.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.timer.LogChannel;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketShelf;
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
    private static final String READ_BACK = "GET /channels/{channel_id}/messages ";

    private final TicketShelf shelf;
    private final LogChannel log;
    private final SettableClock clock;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person sam = COMMUNITY.sam();
    private final Person ada = COMMUNITY.ada();

    @Autowired
    HandlingTest(TicketShelf shelf, LogChannel log, SettableClock clock) {
        this.shelf = shelf;
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
        await().untilAsserted(() ->
                assertThat(Community.said(thread)).anyMatch(text -> text.contains("handed this ticket back")));
        assertThat(COMMUNITY.discord().requests().counted())
                .as("claiming and the like cost no counted call")
                .filteredOn(call -> !call.toString().startsWith(READ_BACK)) // a chore that may have become due
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

        ada.slash(thread, "ticket rename", Map.of("title", "Best name"));
        assertThat(Community.text(ada.slash(thread, "ticket rename", Map.of("title", "One too many"))))
                .contains("only twice");
        assertThat(ticket(thread).title()).isEqualTo("Best name");
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

        await().untilAsserted(() -> assertThat(Community.said(thread))
                .contains("Hi <@" + Worlds.MIA + ">, this is #" + ticket(thread).number() + "."));
    }

    @Test
    void takesSomebodyIntoATicketThatSleeps() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "General Support", "Asleep");
        ada.slash(thread, "ticket notes", Map.of());
        Channel notes = ada.channels(Worlds.COMMUNITY).stream()
                .filter(each ->
                        each.id() == Objects.requireNonNull(ticket(thread).noteThreadId()))
                .findFirst()
                .orElseThrow();
        COMMUNITY.discord().faults().archive(thread);
        await().until(() -> ticket(thread).isParked());

        ada.slash(notes, "ticket add", Map.of("user", id(noah)));

        assertThat(noah.channels(Worlds.COMMUNITY)).contains(thread);
        assertThat(thread.isArchived()).isFalse();
        await().until(() -> !ticket(thread).isParked());
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
        Seen.Modal form = (Seen.Modal)
                mia.select(choice.message(), menu, Long.toString(Community.typeId(ada, general, "General")));
        mia.submit(form, Community.answers("About that"));
        assertThat(shelf.openOf(Worlds.COMMUNITY, Worlds.MIA))
                .anySatisfy(ticket -> assertThat(ticket.sourceUrl()).endsWith(general.id() + "/" + rude.id()));

        Map<String, Object> options =
                Map.of("type", Long.toString(Community.typeId(ada, general, "General")), "user", id(noah));
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

        String number = "#" + ticket(thread).number() + " ·";
        clock.advance(Duration.ofSeconds(11)); // which is when it looks again
        await().atMost(Community.SOON)
                .until(() -> Community.said(general).toString().contains(number + " claimed"));
        log.post();

        List<String> lines = Community.said(general).stream()
                .flatMap(String::lines)
                .filter(line -> line.contains(number))
                .toList();
        assertThat(lines).hasSize(2).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).endsWith(number + " opened · the member");
        assertThat(lines.getLast()).endsWith(number + " claimed · Ada");
    }

    private String say(Person person, Channel thread, String command) {
        return Community.text(person.slash(thread, command, Map.of()));
    }

    private TicketView ticket(Channel thread) {
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    private static String id(Person person) {
        return Long.toString(person.id());
    }

    @TestConfiguration
    static class Times {

        @Bean
        SettableClock clock() {
            return SettableClock.create();
        }
    }
}
