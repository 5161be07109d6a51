package dev.homelab.discordbot.discord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Answer;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** How admins set a server up by commands, and what members then meet. */
@SpringBootTest
@WithServers
class AdminCommandsTest {

    private static final Community COMMUNITY = Community.start();

    private final TicketShelf shelf;
    private final GuildRegistry guilds;
    private final SettableClock clock;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person ada = COMMUNITY.ada();
    private final Channel general = COMMUNITY.channel("general");

    AdminCommandsTest(@Autowired TicketShelf shelf, @Autowired GuildRegistry guilds, @Autowired SettableClock clock) {
        this.shelf = shelf;
        this.guilds = guilds;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void ready() throws InterruptedException {
        COMMUNITY.awaitReady();
        clock.advance(Duration.ofHours(2));
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
    void tellsDiscordItsCommandsInFourLanguages() {
        World world = COMMUNITY.discord().world();
        String told = world.locked(() -> world.commands().of(0).toString());

        assertThat(told).contains("Open a ticket about this", "\"übernehmen\"", "\"prendre\"", "\"atender\"");
    }

    @Test
    void holdsMembersToTheirLimitsAndRolesToTheirs() throws InterruptedException {
        ada("tickets limits", Map.of("open-at-once", 1, "per-hour", 2));
        try {
            Channel first = COMMUNITY.open(noah, "General Support", "One");
            assertThat(refusal(noah, "Two")).contains("1 tickets ouverts");
            close(first);
            Channel second = COMMUNITY.open(noah, "General Support", "Three");
            close(second);
            assertThat(refusal(noah, "Four")).contains("2 tickets en une heure");

            clock.advance(Duration.ofHours(1));
            ada("tickets limits", Map.of("cooldown-seconds", 600));
            close(COMMUNITY.open(noah, "General Support", "Five"));
            assertThat(refusal(noah, "Six")).contains("Vous venez d’ouvrir un ticket");
        } finally {
            ada("tickets limits", Map.of("open-at-once", 0, "per-hour", 0, "cooldown-seconds", 0));
        }
    }

    @Test
    void blocksForATimeAndLetsBackIn() throws InterruptedException {
        ada("tickets block", Map.of("user", id(noah), "hours", 2, "reason", "Spam"));
        assertThat(refusal(noah, "Blocked")).contains("Vous ne pouvez pas ouvrir de tickets");
        assertThat(ada("tickets blocked", Map.of()))
                .contains("<@" + Worlds.NOAH + ">")
                .contains("Spam");

        clock.advance(Duration.ofHours(3));
        close(COMMUNITY.open(noah, "General Support", "Free again"));
        ada("tickets block", Map.of("user", id(noah)));
        assertThat(refusal(noah, "Blocked for good")).contains("Vous ne pouvez pas");
        ada("tickets unblock", Map.of("user", id(noah)));
        close(COMMUNITY.open(noah, "General Support", "Free for good"));
    }

    @Test
    void addsATypeWithQuestionsOfEveryKindAndRoutesAnAnswer() throws InterruptedException {
        ada("tickets type add", Map.of("name", "Ban Appeals", "emoji", "⚖️"));
        TicketType appeals = type("Ban Appeals");
        String id = Long.toString(appeals.id());
        assertThat(COMMUNITY.channel("ban-appeals").isThread()).isFalse();
        question(id, Map.of("key", "where", "kind", "MENU", "label", "Where?", "options", "Chat | Stream"));
        question(id, Map.of("key", "fair", "kind", "RADIO", "label", "Was it fair?", "options", "Yes | No"));
        ada("tickets question remove", Map.of("type", id, "key", "urgent"));
        question(id, Map.of("key", "proof", "kind", "FILES", "label", "Proof", "required", false));
        long bugs = type("Bug Reports").id();
        ada("tickets question route", Map.of("type", id, "key", "fair", "answer", "No", "priority", "HIGH"));
        ada(
                "tickets question route",
                Map.of("type", id, "key", "where", "answer", "Stream", "to", Long.toString(bugs)));

        Seen.Modal form = COMMUNITY.form(mia, "Ban Appeals");
        Map<String, Object> answers =
                new HashMap<>(Map.of("title", "Unban me", "description", "Please", "where", List.of("1"), "fair", "1"));
        mia.submit(form, answers, Map.of("proof", List.of(new Draft.Upload("proof.png", "image/png", new byte[] {1, 2, 3
        }))));
        COMMUNITY.quiet();

        TicketView ticket = shelf.openOf(Worlds.COMMUNITY, Worlds.MIA).getLast();
        assertThat(ticket.typeId()).isEqualTo(bugs);
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.answers())
                .extracting(Answer::question, Answer::text)
                .contains(tuple("Where?", "Stream"), tuple("Was it fair?", "No"), tuple("Proof", "proof.png"));
        Channel thread = COMMUNITY.thread(mia, "Unban me");
        assertThat(thread.messages().getFirst().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).containsExactly(1, 2, 3));
        ada("tickets type retire", Map.of("type", id));
        assertThat(Community.customId(COMMUNITY.messages("open-a-ticket").getFirst(), "Ban Appeals"))
                .isEmpty();
    }

    @Test
    void saysOutsideOfItsHoursThatNobodyIsThere() throws InterruptedException {
        String id = Long.toString(type("Account Issues").id());
        Map<String, Object> hours =
                Map.of("type", id, "zone", "UTC", "from", "00:00", "until", "00:01", "outside", "We are asleep.");
        assertThat(ada("tickets type hours", Map.of("type", id, "zone", "Mars/Base")))
                .contains("is not a time zone");
        assertThat(ada("tickets type hours", hours)).isEqualTo("Done.");

        Seen answer = mia.submit(COMMUNITY.form(mia, "Account Issues"), Community.answers("Anybody?"));

        assertThat(Community.text(answer)).contains("<#").endsWith("We are asleep.");
        ada("tickets type hours", Map.of("type", id));
    }

    @Test
    void sendsAPanelWithAMenuAndChangesIt() throws InterruptedException {
        ada(
                "tickets panel send",
                Map.of(
                        "channel",
                        Long.toString(general.id()),
                        "title",
                        "Talk to us",
                        "text",
                        "Really",
                        "style",
                        "MENU"));
        Message panel = general.messages().getLast();
        assertThat(panel.embeds().toString()).contains("Talk to us");

        String menu = panel.components().at("/0/components/0/custom_id").asString();
        Seen.Modal form = (Seen.Modal)
                mia.select(panel, menu, Long.toString(type("General").id()));
        assertThat(form.title()).contains("General Support");

        Seen.Suggestions panels =
                (Seen.Suggestions) ada.autocomplete(general, "tickets panel update", Map.of("panel", "T"), "panel");
        ada("tickets panel update", Map.of("panel", panels.choices().get("Talk to us"), "title", "Write to us"));
        assertThat(general.messages())
                .filteredOn(each -> each.id() == panel.id())
                .singleElement()
                .satisfies(each -> assertThat(each.embeds().toString()).contains("Write to us"));
        ada("tickets panel delete", Map.of("panel", panels.choices().get("Talk to us")));
        assertThat(general.messages()).noneMatch(each -> each.id() == panel.id());
    }

    @Test
    void exportsTheSetupAndTakesItOverAgain() {
        Seen.Reply reply = (Seen.Reply) ada.slash(general, "tickets export", Map.of());
        String exported = new String(reply.message().attachments().getFirst().bytes(), StandardCharsets.UTF_8);
        assertThat(exported)
                .contains("\"channelName\" : \"bug-reports\"")
                .doesNotContain(Long.toString(Worlds.COMMUNITY));
    }

    @Test
    void exportsTheTicketsOfTheLastDays() throws InterruptedException {
        close(COMMUNITY.open(mia, "Feature Requests", "Keep me"));
        await().atMost(Community.SOON).untilAsserted(() -> {
            Seen seen = ada.slash(general, "tickets export", Map.of("what", "tickets", "days", 2));
            assertThat(seen).isInstanceOf(Seen.Reply.class);
            Seen.Reply reply = (Seen.Reply) seen;
            assertThat(reply.message().attachments()).isNotEmpty();
            assertThat(new String(reply.message().attachments().getFirst().bytes(), StandardCharsets.UTF_8))
                    .contains("\"title\":\"Keep me\"", "\"openerId\":\"" + Worlds.MIA + "\"", "\"state\":\"CLOSED\"");
        });
    }

    @Test
    void countsHowTheTicketsGo() throws InterruptedException {
        close(COMMUNITY.open(mia, "Feature Requests", "Count me"));
        await().untilAsserted(() -> assertThat(ada("tickets stats", Map.of("days", 30)))
                .startsWith("**All**: ")
                .contains("**Feature Requests**: "));
    }

    @Test
    void tellsWhatIsWrongAndWhatIsOldAndWhatIsKeptOfAPerson() throws InterruptedException {
        close(COMMUNITY.open(mia, "Feature Requests", "Old and personal"));
        Community.retain(guilds, 0); // until it was looked at
        clock.advance(Duration.ofDays(31));

        assertThat(ada("tickets doctor", Map.of("repair", true))).contains("✅").doesNotContain("❌");
        Community.retain(guilds, 30);
        COMMUNITY.discord().faults().rest().answer(1, 403, "GET", "/channels/{channel_id}/threads/archived/private");
        assertThat(ada("tickets clean-up", Map.of()))
                .as("although one channel may not be seen")
                .contains("Old and personal");
        Seen.Reply data = (Seen.Reply) ada.slash(general, "tickets data", Map.of("user", id(mia)));
        assertThat(new String(data.message().attachments().getFirst().bytes(), StandardCharsets.UTF_8))
                .contains("Old and personal");
        assertThat(ada("tickets forget", Map.of("user", id(mia)))).contains("<@" + Worlds.MIA + ">");
        assertThat(shelf.inState(Worlds.COMMUNITY, TicketState.CLOSED))
                .noneMatch(ticket -> ticket.title().equals("Old and personal"));
    }

    private void question(String type, Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("type", type);
        assertThat(ada("tickets question set", all)).contains("`" + options.get("key") + "`");
    }

    private String refusal(Person person, String title) {
        return Community.text(person.submit(COMMUNITY.form(person, "General Support"), Community.answers(title)));
    }

    private void close(Channel thread) {
        ada.slash(thread, "ticket close", Map.of());
        await().untilAsserted(() -> assertThat(thread.isArchived()).isTrue());
    }

    private String ada(String command, Map<String, ?> options) {
        return Community.text(ada.slash(general, command, options));
    }

    private TicketType type(String name) {
        return guilds.typesOf(Worlds.COMMUNITY).stream()
                .filter(type -> type.name().startsWith(name))
                .findFirst()
                .orElseThrow();
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
