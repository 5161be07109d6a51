package dev.homelab.discordbot.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.channel.Repair;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

/** How a ticket goes on under another type, and what its old thread says of it. */
@SpringBootTest
@WithServers
class MovingTest {

    private static final Community COMMUNITY = Community.start();

    private final TicketShelf shelf;
    private final SettableClock clock;
    private final Repair repair;
    private final DiscordConnection discord;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person ada = COMMUNITY.ada();

    @Autowired
    MovingTest(TicketShelf shelf, SettableClock clock, Repair repair, DiscordConnection discord) {
        this.shelf = shelf;
        this.clock = clock;
        this.repair = repair;
        this.discord = discord;
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
    void goesOnInANewThreadUnderAnotherType() throws InterruptedException {
        Channel before = COMMUNITY.open(mia, "General Support", "Wrong door");
        TicketView ticket = ticket(before);
        long bugs = Community.typeId(ada, before, "Bug");

        ada.slash(before, "ticket type", Map.of("type", Long.toString(bugs)));

        await().untilAsserted(() ->
                assertThat(before.isArchived() && before.isLocked()).isTrue());
        Channel after = COMMUNITY.thread(mia, "Wrong door");
        assertThat(after.parentId()).isEqualTo(COMMUNITY.channel("bug-reports").id());
        assertThat(Community.said(before)).anyMatch(text -> text.contains("<#" + after.id() + ">"));
        assertThat(shelf.find(ticket.id()))
                .hasValueSatisfying(moved -> assertThat(moved.threadId()).isEqualTo(after.id()))
                .hasValueSatisfying(moved -> assertThat(moved.state()).isEqualTo(TicketState.OPEN));
    }

    @Test
    void saysWhereATicketGoesOnThoughThatFailedAtFirst() throws InterruptedException {
        Channel before = COMMUNITY.open(mia, "General Support", "Said later");
        ada.slash(before, "ticket add", Map.of("user", id(noah)));
        long bugs = Community.typeId(ada, before, "Bug");
        clock.advance(Duration.ofHours(2)); // repair leaves new threads alone
        COMMUNITY.discord().faults().rest().answer(1, 500, "POST", "/channels/" + before.id() + "/messages");

        Seen answer = ada.slash(before, "ticket type", Map.of("type", Long.toString(bugs)));

        Channel after = noah.channels(Worlds.COMMUNITY).stream()
                .filter(each -> each.name().endsWith(": Said later") && each.id() != before.id())
                .findFirst()
                .orElseThrow();
        assertThat(Community.text(answer)).contains("<#" + after.id() + ">");
        repair.run(discord.guild(Worlds.COMMUNITY).orElseThrow());
        assertThat(Community.said(before)).anyMatch(text -> text.contains("<#" + after.id() + ">"));
        assertThat(before.isArchived() && before.isLocked()).isTrue();
    }

    @Test
    void saysWhereATicketGoesOnThoughARepairComesInBetween() throws InterruptedException {
        Channel before = COMMUNITY.open(mia, "General Support", "Moving out");
        long bugs = Community.typeId(ada, before, "Bug");
        clock.advance(Duration.ofHours(2)); // repair leaves new threads alone
        Hold pointer =
                COMMUNITY.discord().faults().rest().hold(false, "POST", "/channels/" + before.id() + "/messages");
        CompletableFuture<Seen> moved = CompletableFuture.supplyAsync(
                () -> ada.slash(before, "ticket type", Map.of("type", Long.toString(bugs))),
                Thread::startVirtualThread);
        await().atMost(Community.SOON).until(pointer::isHeld);

        repair.run(discord.guild(Worlds.COMMUNITY).orElseThrow());
        assertThat(before.isLocked()).isFalse();
        pointer.pass();

        moved.join();
        Channel after = COMMUNITY.thread(mia, "Moving out");
        assertThat(Community.said(before)).anyMatch(text -> text.contains("<#" + after.id() + ">"));
        await().until(before::isLocked);
    }

    @Test
    void aRepairThatComesInBetweenLeavesTheNewThreadOpen() throws InterruptedException {
        Channel before = COMMUNITY.open(mia, "General Support", "Takes long");
        long bugs = Community.typeId(ada, before, "Bug");
        clock.advance(Duration.ofHours(2)); // repair leaves new threads alone
        Hold firstMessage = COMMUNITY.discord().faults().rest().hold(false, "POST", "/channels/{channel_id}/messages");
        CompletableFuture<Seen> moved = CompletableFuture.supplyAsync(
                () -> ada.slash(before, "ticket type", Map.of("type", Long.toString(bugs))),
                Thread::startVirtualThread);
        await().atMost(Community.SOON).until(firstMessage::isHeld);

        repair.run(discord.guild(Worlds.COMMUNITY).orElseThrow());
        firstMessage.pass();

        moved.join();
        assertThat(COMMUNITY.thread(mia, "Takes long").isLocked()).isFalse();
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
