package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.ticket.OpenTicketLine;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
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

    private static final Community COMMUNITY = Community.start();

    private final TicketShelf shelf;
    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final Person sam = COMMUNITY.sam();

    TicketJourneyTest(@Autowired TicketShelf shelf) {
        this.shelf = shelf;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @BeforeEach
    void awaitPanel() throws InterruptedException {
        COMMUNITY.patience(Interaction.FIRST_ANSWER_WITHIN);
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

    @Test
    void opensATicketWithTwoCountedCallsAndClosesItWithOneACardAndADirectMessage() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Bug Reports", "It broke");

        assertThat(COMMUNITY.counted())
                .containsExactly("POST /channels/{channel_id}/threads", "POST /channels/{channel_id}/messages");
        assertThat(thread.name()).endsWith(": It broke").startsWith("🎫 Ticket #");
        assertThat(thread.threadMembers()).contains(Worlds.MIA);

        COMMUNITY.discord().requests().clear();
        sam.click(
                thread.messages().getFirst(),
                Community.customId(thread.messages().getFirst(), "Close"));
        await().atMost(Community.SOON).until(() -> thread.isArchived() && thread.isLocked());
        await().atMost(Community.SOON)
                .until(() -> !COMMUNITY.messages("bug-reports-archive").isEmpty());

        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(COMMUNITY.counted())
                        .containsExactlyInAnyOrder(
                                "PATCH /channels/{channel_id}",
                                "POST /channels/{channel_id}/messages",
                                "POST /users/@me/channels",
                                "POST /channels/{channel_id}/messages")
                        .startsWith("PATCH /channels/{channel_id}"));
    }

    @Test
    void showsATicketToItsOpenerAndTheStaffAlone() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Account Issues", "Locked out");

        assertThat(mia.channels(Worlds.COMMUNITY)).contains(thread);
        assertThat(sam.channels(Worlds.COMMUNITY)).contains(thread);
        assertThat(noah.channels(Worlds.COMMUNITY)).doesNotContain(thread);
    }

    @Test
    void makesOneTicketOfAFormThatIsSentTwice() throws InterruptedException {
        Seen.Modal form = COMMUNITY.form(mia, "General Support");
        Map<String, Object> answers = Community.answers("Sent twice");

        CompletableFuture<Seen> first =
                CompletableFuture.supplyAsync(() -> mia.submit(form, answers), Thread::startVirtualThread);
        CompletableFuture<Seen> second =
                CompletableFuture.supplyAsync(() -> mia.submit(form, answers), Thread::startVirtualThread);
        assertThat(List.of(first.join(), second.join()))
                .allSatisfy(seen -> assertThat(seen)
                        .isInstanceOfSatisfying(
                                Seen.Reply.class,
                                reply -> assertThat(reply.message().content()).contains("icket")));
        await().atMost(Community.SOON)
                .untilAsserted(() -> assertThat(openTitles()).contains("Sent twice"));
        assertThat(openTitles()).filteredOn("Sent twice"::equals).hasSize(1);
        assertThat(COMMUNITY.counted())
                .filteredOn(call -> call.endsWith("/threads"))
                .hasSize(1);
    }

    @Test
    void mentionsTheOpenerAndNobodyElseWhateverTheyWrite() throws InterruptedException {
        Channel thread = COMMUNITY.open(noah, "General Support", "@everyone <@" + Worlds.ADA + "> look");

        Message first = thread.messages().getFirst();
        assertThat(first.mentions(Worlds.NOAH)).isTrue();
        assertThat(first.mentions(Worlds.ADA)).isFalse();
        assertThat(thread.threadMembers()).doesNotContain(Worlds.ADA);
    }

    @Test
    void tellsTheSecondWhoClosesThatItIsClosed() throws InterruptedException {
        Channel thread = COMMUNITY.open(mia, "Feature Requests", "Dark mode");
        Message first = thread.messages().getFirst();
        String close = Community.customId(first, "Close");

        CompletableFuture<Seen> one =
                CompletableFuture.supplyAsync(() -> sam.click(first, close), Thread::startVirtualThread);
        CompletableFuture<Seen> other =
                CompletableFuture.supplyAsync(() -> mia.click(first, close), Thread::startVirtualThread);
        CompletableFuture.allOf(one, other)
                .handle((ok, refused) -> "either may come too late")
                .join();

        await().atMost(Community.SOON).until(thread::isArchived);
        await().atMost(Community.SOON)
                .until(() -> !COMMUNITY.messages("feature-requests-archive").isEmpty());
        COMMUNITY.quiet();
        assertThat(COMMUNITY.counted())
                .filteredOn(call -> call.startsWith("PATCH"))
                .hasSize(1);
        assertThat(COMMUNITY.messages("feature-requests-archive")).hasSize(1);
    }

    private List<String> openTitles() {
        return shelf.newestOpen(20).stream().map(OpenTicketLine::title).toList();
    }
}
