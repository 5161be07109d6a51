package dev.homelab.discordbot.discord.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.discord.connection.DatabaseReturned;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.transcript.Transcript;
import dev.homelab.discordbot.transcript.TranscriptReader;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.spring.WithServers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What was missed while nobody listened, with the real JDA. */
@SpringBootTest
@WithServers
class ReadingBackTest {

    private static final Community COMMUNITY = Community.start();

    private final TicketShelf shelf;
    private final TranscriptReader transcripts;
    private final Missed missed;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    ReadingBackTest(
            @Autowired TicketShelf shelf,
            @Autowired TranscriptReader transcripts,
            @Autowired Missed missed,
            @Autowired ApplicationEventPublisher events,
            @Autowired JdbcClient jdbc) {
        this.shelf = shelf;
        this.transcripts = transcripts;
        this.missed = missed;
        this.events = events;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        COMMUNITY.discord().verify();
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    private List<Transcript.Line> lines(UUID ticketId) {
        return transcripts.of(ticketId, true).orElseThrow().lines();
    }

    private List<String> words(UUID ticketId) {
        return lines(ticketId).stream().map(Transcript.Line::content).toList();
    }

    /** While the gateway is away, and before anybody can come back to it. */
    private static void meanwhile(Runnable what) {
        COMMUNITY.discord().world().locked(() -> {
            COMMUNITY.discord().faults().gateway().invalidate(false);
            what.run();
        });
    }

    @Test
    void readsBackWhatWasSaidWhileTheGatewayWasAwayAndNothingElse() throws InterruptedException {
        Channel quiet = COMMUNITY.open(COMMUNITY.noah(), "General Support", "Nothing missed");
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Missed");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        await().atMost(Community.SOON).until(() -> lines(id).size() == 1);
        UUID other = shelf.ofThread(quiet.id()).orElseThrow().id();
        await().atMost(Community.SOON).until(() -> lines(other).size() == 1);
        COMMUNITY.quiet();
        COMMUNITY.discord().requests().clear();

        meanwhile(() -> COMMUNITY.sam().say(thread, "said meanwhile"));

        await().atMost(Community.SOON.multipliedBy(2)).until(() -> lines(id).size() == 2);
        assertThat(lines(id).getLast().kind()).isEqualTo(Transcript.Kind.STAFF);
        COMMUNITY.quiet();
        assertThat(COMMUNITY.counted())
                .filteredOn("GET /channels/{channel_id}/messages"::equals)
                .hasSize(1);
    }

    @Test
    void noticesInTheSameCallWhatWasEditedAndDeletedWhileTheGatewayWasAway() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Feature Requests", "Changed meanwhile");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        Message edited = COMMUNITY.mia().say(thread, "first words");
        Message deleted = COMMUNITY.mia().say(thread, "gone words");
        await().atMost(Community.SOON).until(() -> lines(id).size() == 3);
        COMMUNITY.quiet();
        COMMUNITY.discord().requests().clear();

        meanwhile(() -> {
            COMMUNITY.mia().edit(edited, "second words");
            COMMUNITY.mia().delete(deleted);
            COMMUNITY.mia().say(thread, "said meanwhile");
        });

        await().atMost(Community.SOON.multipliedBy(2)).until(() -> lines(id).size() == 4);
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(lines(id).get(2).deletedAt()).isNotNull());
        assertThat(lines(id).get(1).content()).isEqualTo("second words");
        assertThat(lines(id).get(1).earlier()).extracting("content").containsExactly("first words");
        assertThat(lines(id)).filteredOn(line -> line.deletedAt() != null).hasSize(1);
        COMMUNITY.quiet();
        assertThat(COMMUNITY.counted())
                .filteredOn("GET /channels/{channel_id}/messages"::equals)
                .hasSize(1);
    }

    @Test
    void findsWhatWasMissedThoughSomebodySpokeBeforeItWasReadBack() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Spoken over");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        await().atMost(Community.SOON).until(() -> lines(id).size() == 1);
        COMMUNITY.quiet();
        Hold repair = COMMUNITY.discord().faults().rest().hold(false, "GET", "/guilds/{guild_id}/threads/active");

        COMMUNITY.discord().faults().gateway().invalidate(false);
        COMMUNITY.mia().say(thread, "said meanwhile");
        await().atMost(Community.SOON.multipliedBy(2)).until(repair::isHeld);
        COMMUNITY.sam().say(thread, "said after");
        await().atMost(Community.SOON).until(() -> words(id).contains("said after"));
        repair.pass();

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(words(id)).endsWith("said meanwhile", "said after"));
    }

    @Test
    void readsBackWhatCouldNotBeWrittenWhenTheDatabaseIsBack() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.noah(), "Bug Reports", "Not written");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        Message lost = COMMUNITY.noah().say(thread, "not written");
        COMMUNITY.noah().say(thread, "written");
        await().atMost(Community.SOON).until(() -> lines(id).size() == 3);
        jdbc.sql("DELETE FROM transcript_message WHERE id = ?").param(lost.id()).update();
        missed.isUnsure(thread.id(), lost.id());

        events.publishEvent(new DatabaseReturned());

        await().atMost(Community.SOON).untilAsserted(() -> assertThat(words(id)).endsWith("not written", "written"));
        await().until(() -> !missed.unsure().containsKey(thread.id()));
    }
}
