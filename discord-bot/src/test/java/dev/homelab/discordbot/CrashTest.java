package dev.homelab.discordbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.rest.Faults.Hold;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.TestServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The bot's process is killed at every step of a ticket; what Discord and the database then hold decides. */
class CrashTest {

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final String CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
    private static final String THREADS = "/channels/{channel_id}/threads";
    private static final String MESSAGES = "/channels/{channel_id}/messages";
    private static final String ARCHIVE = "bug-reports-archive";

    private static final Community COMMUNITY = Community.start();
    private static final String DATABASE = TestServers.freshDatabase();
    private static BotProcess bot;

    private final Person mia = COMMUNITY.mia();
    private final Person noah = COMMUNITY.noah();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(
            DATABASE, TestServers.postgres().user(), TestServers.postgres().password()));

    @BeforeAll
    static void start() throws InterruptedException {
        bot = BotProcess.start(COMMUNITY.discord(), DATABASE);
        await().atMost(RECOVERY)
                .until(() -> !COMMUNITY.messages("open-a-ticket").isEmpty());
        COMMUNITY.awaitReady();
    }

    @AfterAll
    static void stop() {
        bot.close();
        COMMUNITY.close();
    }

    @Test
    void beforeTheIntentNothingIsLeftAndTheMemberCanClickAgain() throws InterruptedException {
        killAt(holdOpening("Clicked again", CALLBACK, false));

        assertThat(tickets("Clicked again")).isZero();
        assertThat(threads("Clicked again")).isEmpty();
        COMMUNITY.open(mia, "Bug Reports", "Clicked again");
        assertOneTicket(mia, "Clicked again");
        assertClosesOnce("Clicked again");
    }

    /**
     * At the thread, at the first message, at the archiving and at the card. Tickets that know nothing of each other share a
     * death, as a start takes longest; each is held at a call of its own.
     */
    @ParameterizedTest
    @CsvSource({"not done yet, false", "done but unanswered, true"})
    void eachOpeningAndClosingIsFinishedOnceWhateverItsCall(String call, boolean performed)
            throws InterruptedException {
        List<String> closings = List.of("Archiving " + call, "Card " + call);
        List<String> openings = List.of("First message " + call, "Thread " + call);
        Channel archived = openAndAsk(closings.getFirst());
        Channel carded = openAndAsk(closings.getLast());

        killAt(
                holdClosing(archived, performed, "PATCH", "/channels/" + archived.id()),
                holdClosing(
                        carded,
                        performed,
                        "POST",
                        "/channels/" + COMMUNITY.channel(ARCHIVE).id() + "/messages"),
                holdOpening(openings.getFirst(), MESSAGES, performed),
                holdOpening(openings.getLast(), THREADS, performed));

        for (String closing : closings) {
            assertOneClosed(closing);
        }
        for (String opening : openings) {
            assertOneTicket(mia, opening);
            assertClosesOnce(opening);
        }
    }

    private Channel openAndAsk(String title) throws InterruptedException {
        Channel thread = COMMUNITY.open(noah, "Bug Reports", title);
        noah.say(thread, "Any news?");
        return thread;
    }

    private static Hold holdClosing(Channel thread, boolean performed, String method, String path) {
        Hold hold = hold(performed, method, path);
        Thread.startVirtualThread(() -> close(thread));
        await().atMost(Community.SOON).until(hold::isHeld);
        return hold;
    }

    private Hold holdOpening(String title, String route, boolean performed) {
        Seen.Modal form = COMMUNITY.form(mia, "Bug Reports");
        Hold hold = hold(performed, "POST", route);
        Thread.startVirtualThread(() -> mia.submit(form, Community.answers(title)));
        await().atMost(Community.SOON).until(hold::isHeld);
        return hold;
    }

    private static Hold hold(boolean performed, String method, String route) {
        return COMMUNITY.discord().faults().rest().hold(performed, method, route);
    }

    /** Kills the process where calls are held, starts the next, and waits until it has put everything right. */
    private void killAt(Hold... holds) throws InterruptedException {
        bot.kill();
        for (Hold hold : holds) {
            hold.release();
        }
        COMMUNITY.quiet();
        COMMUNITY.discord().requests().clear();
        bot = BotProcess.start(COMMUNITY.discord(), DATABASE);
        await().atMost(RECOVERY).until(() -> COMMUNITY.counted().contains("GET /guilds/{guild_id}/threads/active"));
        settle();
    }

    private void settle() throws InterruptedException {
        await().atMost(RECOVERY).until(() -> left() == 0);
        COMMUNITY.quiet();
    }

    private long left() {
        return count("SELECT count(*) FROM ticket WHERE state IN ('OPENING', 'CLOSING')")
                + count("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'errand'");
    }

    private void assertOneTicket(Person opener, String title) {
        assertThat(tickets(title)).isOne();
        assertThat(state(title)).isEqualTo("OPEN");
        assertThat(threads(title)).singleElement().satisfies(thread -> {
            assertThat(thread.isArchived()).isFalse();
            assertThat(thread.threadMembers()).contains(opener.id());
            assertThat(thread.messages()).hasSize(1);
        });
    }

    private void assertClosesOnce(String title) throws InterruptedException {
        close(threads(title).getFirst());
        await().atMost(Community.SOON).until(() -> state(title).equals("CLOSED"));
        settle();
        assertOneClosed(title);
    }

    private void assertOneClosed(String title) {
        assertThat(tickets(title)).isOne();
        assertThat(state(title)).isEqualTo("CLOSED");
        assertThat(threads(title)).singleElement().satisfies(thread -> {
            assertThat(thread.isArchived()).isTrue();
            assertThat(thread.isLocked()).isTrue();
            await().atMost(Community.SOON)
                    .untilAsserted(() -> assertThat(transcript(thread))
                            .containsExactlyElementsOf(
                                    thread.messages().stream().map(Message::id).toList()));
        });
        assertThat(cards(title))
                .singleElement()
                .satisfies(card -> assertThat(card.id())
                        .isEqualTo(count("SELECT archive_card_id FROM ticket WHERE title = ?", title)));
    }

    private static void close(Channel thread) {
        Message first = thread.messages().getFirst();
        COMMUNITY.sam().click(first, Community.customId(first, "Close"));
    }

    private static List<Channel> threads(String title) {
        return COMMUNITY
                .discord()
                .world()
                .locked(() -> COMMUNITY.discord().world().threads().of(Worlds.COMMUNITY).stream()
                        .filter(thread -> thread.name().endsWith(": " + title))
                        .toList());
    }

    private List<Message> cards(String title) {
        String ticket = database.sql("SELECT id::text FROM ticket WHERE title = ?")
                .param(title)
                .query(String.class)
                .single();
        return COMMUNITY.messages(ARCHIVE).stream()
                .filter(card -> card.components().toString().contains("reopen:" + ticket))
                .toList();
    }

    private List<Long> transcript(Channel thread) {
        return database.sql("SELECT id FROM transcript_message WHERE thread_id = ? ORDER BY id")
                .param(thread.id())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private long tickets(String title) {
        return count("SELECT count(*) FROM ticket WHERE title = ?", title);
    }

    private String state(String title) {
        return database.sql("SELECT state FROM ticket WHERE title = ?")
                .param(title)
                .query(String.class)
                .single();
    }

    private long count(String query, Object... parameters) {
        return database.sql(query).params(parameters).query(Long.class).single();
    }
}
