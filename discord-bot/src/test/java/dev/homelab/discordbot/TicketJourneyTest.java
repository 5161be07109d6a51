package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.ticket.OpenTicketLine;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The bot with its real JDA, against the simulated Discord and a real PostgreSQL. */
@SpringBootTest
@WithServers
class TicketJourneyTest {

    private static final DiscordSimulator DISCORD = DiscordSimulator.start();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TicketShelf shelf;
    private final Person mia = DISCORD.as(Worlds.MIA);
    private final Person noah = DISCORD.as(Worlds.NOAH);
    private final Person sam = DISCORD.as(Worlds.SAM);

    TicketJourneyTest(@Autowired TicketShelf shelf) {
        this.shelf = shelf;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("homelab.discord.bot-token", () -> DiscordSettings.BOT_TOKEN);
        registry.add("homelab.discord.api-url", DISCORD::apiUrl);
        registry.add("homelab.discord.gateway-url", DISCORD::gatewayUrl);
    }

    @BeforeEach
    void awaitPanel() throws InterruptedException {
        await().atMost(SOON).until(() -> !messages("open-a-ticket").isEmpty());
        DISCORD.requests().awaitQuiet(Duration.ofMillis(300));
        DISCORD.requests().clear();
    }

    @AfterEach
    void isAsDiscordDescribesIt() {
        DISCORD.verify();
    }

    @AfterAll
    static void stop() {
        DISCORD.close();
    }

    @Test
    void opensATicketWithTwoCountedCallsAndClosesItWithOneACardAndADirectMessage() throws InterruptedException {
        Channel thread = open(mia, "Bug Reports", "It broke");

        assertThat(counted())
                .containsExactly("POST /channels/{channel_id}/threads", "POST /channels/{channel_id}/messages");
        assertThat(thread.name()).endsWith(": It broke").startsWith("🎫 Ticket #");
        assertThat(thread.threadMembers()).contains(Worlds.MIA);

        DISCORD.requests().clear();
        sam.click(thread.messages().getFirst(), customId(thread.messages().getFirst(), "Close"));
        await().atMost(SOON).until(() -> thread.isArchived() && thread.isLocked());
        await().atMost(SOON).until(() -> !messages("bug-reports-archive").isEmpty());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(counted())
                        .containsExactlyInAnyOrder(
                                "PATCH /channels/{channel_id}",
                                "POST /channels/{channel_id}/messages",
                                "POST /users/@me/channels",
                                "POST /channels/{channel_id}/messages")
                        .startsWith("PATCH /channels/{channel_id}"));
    }

    @Test
    void showsATicketToItsOpenerAndTheStaffAlone() throws InterruptedException {
        Channel thread = open(mia, "Account Issues", "Locked out");

        assertThat(mia.channels(Worlds.COMMUNITY)).contains(thread);
        assertThat(sam.channels(Worlds.COMMUNITY)).contains(thread);
        assertThat(noah.channels(Worlds.COMMUNITY)).doesNotContain(thread);
    }

    @Test
    void makesOneTicketOfAFormThatIsSentTwice() throws InterruptedException {
        Seen.Modal form = form(mia, "General Support");
        Map<String, Object> answers = answers("Sent twice");

        CompletableFuture<Seen> first = CompletableFuture.supplyAsync(() -> mia.submit(form, answers));
        CompletableFuture<Seen> second = CompletableFuture.supplyAsync(() -> mia.submit(form, answers));
        assertThat(List.of(first.join(), second.join()))
                .allSatisfy(seen -> assertThat(seen)
                        .isInstanceOfSatisfying(
                                Seen.Reply.class,
                                reply -> assertThat(reply.message().content()).startsWith("Your ticket ")));
        await().atMost(SOON).untilAsserted(() -> assertThat(openTitles()).contains("Sent twice"));
        assertThat(openTitles()).filteredOn("Sent twice"::equals).hasSize(1);
        assertThat(counted()).filteredOn(call -> call.endsWith("/threads")).hasSize(1);
    }

    @Test
    void mentionsTheOpenerAndNobodyElseWhateverTheyWrite() throws InterruptedException {
        Channel thread = open(noah, "General Support", "@everyone <@" + Worlds.ADA + "> look");

        Message first = thread.messages().getFirst();
        assertThat(first.mentions(Worlds.NOAH)).isTrue();
        assertThat(first.mentions(Worlds.ADA)).isFalse();
        assertThat(thread.threadMembers()).doesNotContain(Worlds.ADA);
    }

    @Test
    void tellsTheSecondWhoClosesThatItIsClosed() throws InterruptedException {
        Channel thread = open(mia, "Feature Requests", "Dark mode");
        Message first = thread.messages().getFirst();
        String close = customId(first, "Close");

        CompletableFuture<Seen> one = CompletableFuture.supplyAsync(() -> sam.click(first, close));
        CompletableFuture<Seen> other = CompletableFuture.supplyAsync(() -> mia.click(first, close));
        CompletableFuture.allOf(one, other)
                .handle((ok, refused) -> "either may come too late")
                .join();

        await().atMost(SOON).until(thread::isArchived);
        await().atMost(SOON).until(() -> !messages("feature-requests-archive").isEmpty());
        DISCORD.requests().awaitQuiet(Duration.ofMillis(300));
        assertThat(counted()).filteredOn(call -> call.startsWith("PATCH")).hasSize(1);
        assertThat(messages("feature-requests-archive")).hasSize(1);
    }

    private Channel open(Person member, String type, String title) throws InterruptedException {
        Seen answer = member.submit(form(member, type), answers(title));

        assertThat(answer).isInstanceOfSatisfying(Seen.Reply.class, reply -> {
            assertThat(reply.onlyToThem()).isTrue();
            assertThat(reply.message().content()).startsWith("Your ticket is here: <#");
        });
        DISCORD.requests().awaitQuiet(Duration.ofMillis(200));
        return member.channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.isThread() && !channel.isArchived())
                .filter(channel -> channel.name().endsWith(": " + title))
                .findFirst()
                .orElseThrow();
    }

    private static Seen.Modal form(Person member, String type) {
        Message panel = messages("open-a-ticket").getFirst();
        return (Seen.Modal) member.click(panel, customId(panel, type));
    }

    private static Map<String, Object> answers(String title) {
        return Map.of("title", title, "description", "Since yesterday.", "urgent", true);
    }

    private List<String> openTitles() {
        return shelf.newestOpen(20).stream().map(OpenTicketLine::title).toList();
    }

    private static List<String> counted() {
        return DISCORD.requests().counted().stream()
                .map(TicketJourneyTest::call)
                .toList();
    }

    private static String call(Exchange exchange) {
        return exchange.method() + " " + exchange.route();
    }

    private static List<Message> messages(String channelName) {
        return DISCORD.as(Worlds.ADA).channels(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.name().equals(channelName))
                .flatMap(channel -> channel.messages().stream())
                .toList();
    }

    private static String customId(Message message, String label) {
        return message.components()
                .valueStream()
                .flatMap(row -> row.path("components").valueStream())
                .filter(control -> control.path("label").asString("").equals(label))
                .map(control -> control.path("custom_id").asString())
                .findFirst()
                .orElseThrow();
    }
}
