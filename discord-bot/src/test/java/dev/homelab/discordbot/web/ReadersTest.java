package dev.homelab.discordbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.guild.GuildLimits;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketDraft;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.Ports;
import dev.homelab.local.spring.WithServers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What readers meet at the pages besides the words: their language, the list's pages, an end of their sign-in. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@WithServers
class ReadersTest {

    private static final Community COMMUNITY = Community.start();
    private static final int PORT = Ports.free();

    private final GuildRegistry guilds;
    private final TicketDesk desk;
    private final TicketShelf shelf;

    ReadersTest(@Autowired GuildRegistry guilds, @Autowired TicketDesk desk, @Autowired TicketShelf shelf) {
        this.guilds = guilds;
        this.desk = desk;
        this.shelf = shelf;
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

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | en | Sign in with Discord",
                "de-AT, en;q=0.5 | de | Mit Discord anmelden",
                "fr | fr | Se connecter avec Discord",
                "es-MX | es | Iniciar sesión con Discord",
                "it, de;q=0.8, en;q=0.5 | de | Mit Discord anmelden",
                "ja | en | Sign in with Discord"
            })
    void thePageIsInTheFirstOfTheBrowsersLanguagesThatThereIsAndSaysWhich(
            String languages, String language, String button) {
        String page = new Browser(PORT, languages).get("/tickets/sign-in").body();

        assertThat(page).contains("<html lang=\"" + language + "\"", button);
    }

    @Test
    void whoHasTakenTheApplicationOutOfTheirAccountIsSignedOutAtTheNextQuestion() throws InterruptedException {
        Channel thread = COMMUNITY.open(COMMUNITY.mia(), "Bug Reports", "Somebody else's");
        String transcript =
                "/transcripts/" + shelf.ofThread(thread.id()).orElseThrow().id();

        for (String path : List.of("/tickets", transcript)) {
            Browser reader = somebody();
            assertThat(Browser.location(reader.get(path))).endsWith("/tickets/sign-in?failed");
            assertThat(Browser.location(reader.get(path))).endsWith("/tickets/sign-in");
        }
        assertThat(new Browser(PORT).get("/tickets/sign-in?failed").body()).contains("Please sign in again.");
    }

    /** Signed in, and out of Discord's books since. */
    private static Browser somebody() {
        World world = COMMUNITY.discord().world();
        long user = Worlds.newPerson(world, "Somebody").id();
        world.locked(() -> world.guilds().join(world.guild(Worlds.COMMUNITY), user));
        Browser reader = new Browser(PORT);
        reader.signIn(user);
        COMMUNITY.discord().deauthorize(user);
        return reader;
    }

    @Test
    void theListHasPagesOfTwentyFive() {
        GuildSetup setup = guilds.get(Worlds.COMMUNITY);
        setup.limit(new GuildLimits(0, 0, 0, 0, 950));
        guilds.save(setup);
        for (int i = 10; i < 36; i++) {
            desk.queue(desk.open(draft("Page test " + i)).id());
        }
        Browser noah = new Browser(PORT);
        noah.signIn(Worlds.NOAH);

        assertThat(noah.get("/tickets").body())
                .contains("Page test 35", "Page test 11", "page=1")
                .doesNotContain("Page test 10");
        assertThat(noah.get("/tickets?page=1").body())
                .contains("Page test 10", "page=0")
                .doesNotContain("Page test 11", "page=2");
        assertThat(noah.get("/tickets?page=-7").body()).contains("Page test 35");
        assertThat(noah.get("/tickets?page=2147483647").statusCode()).isEqualTo(200);
    }

    private TicketDraft draft(String title) {
        return new TicketDraft(
                Worlds.COMMUNITY,
                guilds.typesOf(Worlds.COMMUNITY).getFirst().id(),
                new Person(Worlds.NOAH, "Noah"),
                null,
                Set.of(),
                title,
                List.of(),
                Priority.NORMAL,
                null,
                null,
                UUID.randomUUID());
    }
}
