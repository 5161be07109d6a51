package dev.homelab.discordbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import dev.homelab.discordbot.transcript.PersonalData;
import dev.homelab.discordbot.transcript.Transcript;
import dev.homelab.discordbot.transcript.TranscriptReader;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.Ports;
import dev.homelab.local.spring.WithServers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From what is said in a ticket to the page that shows it, with the real JDA and a real client. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@WithServers
class TranscriptPagesTest {

    private static final Community COMMUNITY = Community.start();
    private static final int PORT = Ports.free();
    private static final String HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)>";

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketWork work;
    private final TranscriptReader transcripts;
    private final PersonalData personal;

    TranscriptPagesTest(
            @Autowired GuildRegistry guilds,
            @Autowired TicketShelf shelf,
            @Autowired TicketWork work,
            @Autowired TranscriptReader transcripts,
            @Autowired PersonalData personal) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.work = work;
        this.transcripts = transcripts;
        this.personal = personal;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
        COMMUNITY.letPeopleIn(registry);
        registry.add("server.port", () -> PORT);
        registry.add("homelab.public.url", () -> "http://localhost:" + PORT);
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

    private TicketView ticketOf(Channel thread) {
        return shelf.ofThread(thread.id()).orElseThrow();
    }

    private void awaitLines(UUID ticketId, int lines) {
        await().atMost(Community.SOON)
                .until(() -> transcripts
                        .of(ticketId, true)
                        .map(Transcript::lines)
                        .filter(all -> all.size() >= lines)
                        .isPresent());
    }

    private static Browser signedIn(long userId) {
        Browser browser = new Browser(PORT);
        browser.signIn(userId);
        return browser;
    }

    @Test
    void showsWhatWasSaidAfterTheTicketIsClosedWithoutAskingDiscordForIt() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "It broke");
        COMMUNITY.mia().say(thread, "It says **no** " + HOSTILE);
        COMMUNITY.sam().say(thread, "Try <@" + Worlds.MIA + "> again");
        UUID id = ticketOf(thread).id();
        awaitLines(id, 3);
        COMMUNITY.discord().requests().clear();
        Message first = thread.messages().getFirst();
        COMMUNITY.sam().click(first, Community.customId(first, "Close"));
        await().atMost(Community.SOON)
                .until(() -> !COMMUNITY.messages("bug-reports-archive").isEmpty());

        assertThat(COMMUNITY.counted()).noneMatch(call -> call.startsWith("GET"));
        assertThat(COMMUNITY
                        .messages("bug-reports-archive")
                        .getLast()
                        .components()
                        .toString())
                .contains("/transcripts/" + id);
        String page = signedIn(Worlds.MIA).get("/transcripts/" + id).body();
        assertThat(page)
                .contains("It says <strong>no</strong>", "&lt;script&gt;", "Since yesterday.", "@Mia", "Staff")
                .doesNotContain("<script", "<img src=x");
        assertThat(signedIn(Worlds.MIA).get("/transcripts/" + id + ".json").body())
                .contains("\"number\":", "It says **no** <script>");
    }

    @Test
    void isReadByTheOpenerTheStaffOfTheTypeAndPeopleWhoWereAddedAlone() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Account Issues", "Locked out");
        UUID id = ticketOf(thread).id();
        String path = "/transcripts/" + id;
        Browser noah = signedIn(Worlds.NOAH);

        assertThat(signedIn(Worlds.MIA).get(path).statusCode()).isEqualTo(200);
        assertThat(signedIn(Worlds.SAM).get(path).statusCode()).isEqualTo(200);
        assertThat(noah.get(path).statusCode()).isEqualTo(404);
        assertThat(noah.get(path + ".json").statusCode()).isEqualTo(404);
        assertThat(noah.get("/transcripts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(Browser.location(new Browser(PORT).get(path))).endsWith("/tickets/sign-in");

        Person sam = new Person(Worlds.SAM, "Sam");
        work.personAdded(id, new Person(Worlds.NOAH, "Noah"), sam);
        assertThat(noah.get(path).statusCode()).isEqualTo(200);
        work.personRemoved(id, new Person(Worlds.NOAH, "Noah"), sam);
        assertThat(noah.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotReadByTheStaffOfAnotherType() throws InterruptedException {
        World world = COMMUNITY.discord().world();
        long role = world.locked(() -> Worlds.newRole(world, world.guild(Worlds.COMMUNITY), "Bug team", 0)
                .id());
        long helper = Worlds.newPerson(world, "Helper").id();
        world.locked(() -> {
            world.guilds().join(world.guild(Worlds.COMMUNITY), helper);
            world.guilds().role(world.guild(Worlds.COMMUNITY), helper, role, true, Actor.of(Worlds.ADA));
        });
        TicketType bugs = guilds.typesOf(Worlds.COMMUNITY).stream()
                .filter(type -> type.channelName().equals("bug-reports"))
                .findFirst()
                .orElseThrow();
        bugs.staffedBy(List.of(role));
        guilds.save(bugs);
        UUID bug = ticketOf(COMMUNITY.open(COMMUNITY.noah(), "Bug Reports", "Theirs"))
                .id();
        UUID other = ticketOf(COMMUNITY.open(COMMUNITY.noah(), "Account Issues", "Not theirs"))
                .id();
        Browser reader = signedIn(helper);

        assertThat(reader.get("/transcripts/" + bug).statusCode()).isEqualTo(200);
        assertThat(reader.get("/transcripts/" + other).statusCode()).isEqualTo(404);
        assertThat(reader.get("/tickets").body()).contains("Theirs").doesNotContain("Not theirs");
    }

    @Test
    void keepsDeletedAndEarlierWordsForTheStaff() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "General Support", "Regrets");
        Message deleted = COMMUNITY.mia().say(thread, "a secret slip");
        Message edited = COMMUNITY.mia().say(thread, "first wording");
        UUID id = ticketOf(thread).id();
        awaitLines(id, 3);
        COMMUNITY.mia().edit(edited, "second wording");
        COMMUNITY.mia().delete(deleted);

        Browser mia = signedIn(Worlds.MIA);
        Browser sam = signedIn(Worlds.SAM);
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(mia.get("/transcripts/" + id).body())
                        .contains("deleted", "second wording")
                        .doesNotContain("a secret slip", "first wording"));
        assertThat(sam.get("/transcripts/" + id).body()).contains("a secret slip", "first wording");
        assertThat(mia.get("/tickets?q=slip").body()).doesNotContain("Regrets");
        assertThat(sam.get("/tickets?q=slip").body()).contains("Regrets");
    }

    @Test
    void comesBackToTheTranscriptAfterSigningIn() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Feature Requests", "Dark mode");
        String path = "/transcripts/" + ticketOf(thread).id();
        Browser mia = new Browser(PORT);
        mia.get(path);

        assertThat(mia.signIn(Worlds.MIA)).contains(path);
        assertThat(mia.cookies()).containsKey("discord-bot-session");
        HttpResponse<String> page = mia.get(path);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(mia.post("/tickets/sign-out", Map.of()).statusCode()).isEqualTo(403);
        mia.post("/tickets/sign-out", "/tickets");
        assertThat(mia.get(path).statusCode()).isEqualTo(302);
    }

    @Test
    void showsTheStaffsNotesToTheStaffAlone() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.noah(), "Feature Requests", "Noted");
        UUID id = ticketOf(thread).id();
        COMMUNITY.sam().slash(thread, "ticket notes", Map.of());
        await().atMost(Community.SOON).until(() -> ticketOf(thread).noteThreadId() != null);
        long noteThread = Objects.requireNonNull(ticketOf(thread).noteThreadId());
        Channel notes = COMMUNITY
                .discord()
                .world()
                .locked(() -> COMMUNITY.discord().world().channel(noteThread));
        COMMUNITY.sam().say(notes, "a note among us");
        awaitLines(id, 2);
        Browser opener = signedIn(Worlds.NOAH);
        Browser staff = signedIn(Worlds.SAM);

        for (String path : List.of("/transcripts/" + id, "/transcripts/" + id + ".json")) {
            assertThat(staff.get(path).body()).contains("a note among us");
            assertThat(opener.get(path).body()).doesNotContain("a note among us");
        }
        assertThat(staff.get("/transcripts/" + id).body()).contains("said note staff");
        assertThat(staff.get("/tickets?q=among").body()).contains("Noted");
        assertThat(opener.get("/tickets?q=among").body()).doesNotContain("Noted");
        assertThat(personal.export(Worlds.COMMUNITY, Worlds.NOAH)).doesNotContain("a note among us");
        assertThat(personal.export(Worlds.COMMUNITY, Worlds.SAM)).contains("a note among us");
    }
}
