package dev.homelab.discordbot.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Retention;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/** What is said is written down, with its files in a real S3 server. */
@SpringBootTest
@WithServers({WithServers.Server.POSTGRES, WithServers.Server.S3})
class RecordingTest {

    private static final Community COMMUNITY = Community.start();
    private static final Words HELLO = new Words("hello", "", Map.of(), false);

    private final TicketShelf shelf;
    private final TranscriptRecorder recorder;
    private final TranscriptReader transcripts;
    private final PersonalData personal;
    private final TranscriptCleanUp cleanUp;
    private final GuildRegistry guilds;
    private final JdbcClient jdbc;
    private final Statements statements;

    RecordingTest(
            @Autowired TicketShelf shelf,
            @Autowired TranscriptRecorder recorder,
            @Autowired TranscriptReader transcripts,
            @Autowired PersonalData personal,
            @Autowired TranscriptCleanUp cleanUp,
            @Autowired GuildRegistry guilds,
            @Autowired JdbcClient jdbc,
            @Autowired Statements statements) {
        this.shelf = shelf;
        this.recorder = recorder;
        this.transcripts = transcripts;
        this.personal = personal;
        this.cleanUp = cleanUp;
        this.guilds = guilds;
        this.jdbc = jdbc;
        this.statements = statements;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
        COMMUNITY.letPeopleIn(registry);
        registry.add("homelab.files.largest", () -> "1KB");
    }

    @TestConfiguration
    static class Watching {

        @Bean
        Statements statements() {
            return new Statements();
        }
    }

    @BeforeEach
    void awaitPanel() throws InterruptedException {
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

    private TicketView open(String title) throws InterruptedException {
        return open(COMMUNITY.mia(), title);
    }

    private TicketView open(dev.homelab.local.discord.people.Person member, String title) throws InterruptedException {
        Channel thread = COMMUNITY.open(member, "General Support", title);
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    private static Said said(TicketView ticket, long id, boolean managesThreads, Person author) {
        long thread = ticket.thread() == null ? 0 : ticket.thread().id();
        return new Said(id, thread, author, false, Set.of(), managesThreads, ticket.openedAt(), HELLO, null, List.of());
    }

    private List<Transcript.Line> lines(UUID ticketId) {
        return transcripts.of(ticketId, true).orElseThrow().lines();
    }

    @Test
    void takesTwoStatementsForAMessageAndMakesOneRowOfItHoweverOftenItComes() throws InterruptedException {
        TicketView ticket = open("Twice");
        await().atMost(Community.SOON).until(() -> lines(ticket.id()).size() == 1);
        Said said = said(ticket, Long.MAX_VALUE - 1, true, new Person(Worlds.SAM, "Sam"));

        assertThat(statements.during(() -> recorder.said(said)))
                .satisfiesExactly(
                        insert -> assertThat(insert).contains("INSERT INTO transcript_message"),
                        turn -> assertThat(turn).contains("UPDATE ticket"));
        recorder.said(said);

        assertThat(lines(ticket.id())).hasSize(2);
        assertThat(lines(ticket.id()).getLast().kind()).isEqualTo(Transcript.Kind.STAFF);
        assertThat(shelf.find(ticket.id()).orElseThrow().turn().side()).isEqualTo(Side.MEMBER);
    }

    @Test
    void takesAnOpenerWhoIsOfTheStaffForAMember() throws InterruptedException {
        TicketView ticket = open("Own");
        recorder.said(said(ticket, Long.MAX_VALUE - 2, true, ticket.opener()));

        assertThat(lines(ticket.id()).getLast().kind()).isEqualTo(Transcript.Kind.MEMBER);
        assertThat(shelf.find(ticket.id()).orElseThrow().turn().side()).isEqualTo(Side.STAFF);
    }

    @Test
    void keepsFilesUnderNamesThatCannotHarmAndShowsThoseThatAreTooLarge() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "With files");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        byte[] text = "what I saw".getBytes(StandardCharsets.UTF_8);
        COMMUNITY
                .mia()
                .say(
                        thread,
                        Draft.text(
                                "see",
                                List.of(
                                        new Draft.Upload("<img src=x>.html", "text/html", text),
                                        new Draft.Upload("big.bin", null, new byte[5000]))));

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(files(id))
                        .extracting(Transcript.File::state)
                        .containsExactly(FileState.SAVED, FileState.TOO_LARGE));
        Transcript.File saved = files(id).getFirst();
        await().atMost(Community.SOON).untilAsserted(() -> {
            try (var bytes = transcripts.open(saved)) {
                assertThat(bytes.readAllBytes()).isEqualTo(text);
            }
        });
    }

    private List<Transcript.File> files(UUID ticketId) {
        return lines(ticketId).stream().flatMap(line -> line.files().stream()).toList();
    }

    @Test
    void givesAPersonTheirWordsAndErasesThemWithTheirNameAndFiles() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.noah(), "Account Issues", "Forget me");
        UUID id = shelf.ofThread(thread.id()).orElseThrow().id();
        byte[] bytes = "private".getBytes(StandardCharsets.UTF_8);
        COMMUNITY
                .noah()
                .say(thread, Draft.text("my private words", List.of(new Draft.Upload("passport.txt", null, bytes))));
        COMMUNITY.sam().say(thread, "staff words for <@" + Worlds.NOAH + ">");
        await().atMost(Community.SOON).until(() -> lines(id).size() == 3);
        await().atMost(Community.SOON)
                .until(() -> files(id).stream().allMatch(file -> file.state() == FileState.SAVED));
        Transcript.File file = files(id).getFirst();
        COMMUNITY.noah().slash(thread, "ticket close", Map.of("reason", "my own reason"));
        await().atMost(Community.SOON).until(() -> shelf.find(id).orElseThrow().closing() != null);
        jdbc.sql("UPDATE ticket SET rating = 4, rating_comment = 'my comment' WHERE id = ?")
                .param(id)
                .update();

        assertThat(personal.export(Worlds.COMMUNITY, Worlds.NOAH))
                .contains("my private words", "Forget me", "Since yesterday.", "my comment")
                .doesNotContain("staff words");
        assertThat(personal.erase(Worlds.COMMUNITY, Worlds.NOAH)).isPositive();

        assertThat(personal.export(Worlds.COMMUNITY, Worlds.NOAH))
                .doesNotContain("my private words", "Forget me", "Since yesterday.", "my comment", "passport");
        assertThat(lines(id)).hasSize(3).anyMatch(line -> line.content().startsWith("staff words"));
        assertThat(transcripts.of(id, true).orElseThrow().toString())
                .contains("title=—", "rating=4")
                .doesNotContain("my private words", "Since yesterday.", "my comment", "my own reason", "Noah");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE ticket_id = ? AND (actor_name || detail) LIKE '%Noah%'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        await().atMost(Community.SOON)
                .untilAsserted(() ->
                        assertThatThrownBy(() -> transcripts.open(file).close()).isInstanceOf(IOException.class));
    }

    @Test
    void removesTranscriptsThatWereKeptLongEnoughAndNoOthers() throws InterruptedException {
        TicketView old = open(COMMUNITY.ada(), "Old");
        TicketView young = open(COMMUNITY.ada(), "Young");
        await().atMost(Community.SOON)
                .until(() -> lines(old.id()).size() == 1 && lines(young.id()).size() == 1);
        jdbc.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now() - interval '8 days' WHERE id = ?")
                .param(old.id())
                .update();
        jdbc.sql("UPDATE ticket SET state = 'CLOSED', closed_at = now() - interval '6 days' WHERE id = ?")
                .param(young.id())
                .update();

        assertThat(cleanUp.run()).isZero();
        GuildSetup setup = guilds.get(Worlds.COMMUNITY);
        setup.retain(new Retention(30, 7));
        guilds.save(setup);

        assertThat(cleanUp.run()).isEqualTo(1);
        assertThat(lines(old.id())).isEmpty();
        assertThat(lines(young.id())).hasSize(1);
    }
}
