package dev.homelab.discordbot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.TypesInDemand;
import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk against a real PostgreSQL, while Discord cannot be reached. */
@SpringBootTest(
        properties = {
            "homelab.discord.bot-token=any",
            "homelab.discord.api-url=http://localhost:9/api/v10/",
            "homelab.discord.gateway-url=ws://localhost:9/gateway"
        })
@WithServers
class TicketDeskTest {

    private static final long GUILD = 42;
    private static final Person MIA = new Person(1, "Mia");
    private static final Person SAM = new Person(2, "Sam");

    private final TicketDesk desk;
    private final GuildRegistry guilds;
    private final Statements statements;
    private final TicketActivity activity;
    private final TicketWork work;
    private final TicketShelf shelf;
    private final TypesInDemand types;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private long type;
    private long newcomer = System.nanoTime();

    TicketDeskTest(
            @Autowired TicketDesk desk,
            @Autowired TicketShelf shelf,
            @Autowired GuildRegistry guilds,
            @Autowired Statements statements,
            @Autowired TicketActivity activity,
            @Autowired TicketWork work,
            @Autowired TypesInDemand types,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction) {
        this.types = types;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.desk = desk;
        this.shelf = shelf;
        this.guilds = guilds;
        this.statements = statements;
        this.activity = activity;
        this.work = work;
    }

    @BeforeEach
    void join() {
        guilds.joined(GUILD, "Homelab Community", Locale.ENGLISH);
        type = guilds.typesOf(GUILD).getFirst().id();
    }

    @Test
    void opensInThreeStatements() {
        List<String> sent = statements.during(() -> desk.open(draft(UUID.randomUUID())));

        assertThat(sent)
                .satisfiesExactly(
                        number -> assertThat(number).contains("UPDATE guild_setup"),
                        limits -> assertThat(limits).contains("FROM guild_setup g"),
                        insert -> assertThat(insert).startsWith("insert into ticket"));
    }

    @Test
    void readsATypeOnceForAllWhoAskMeanwhile() {
        List<Thread> askers = IntStream.range(0, 20)
                .mapToObj(i -> Thread.ofPlatform().unstarted(() -> types.type(GUILD, type)))
                .toList();

        List<String> sent = statements.during(() -> {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("LOCK TABLE ticket_type").update();
                askers.forEach(Thread::start);
                await().until(() -> askers.stream()
                                .filter(asker -> asker.getState() == Thread.State.WAITING)
                                .count()
                        == 19);
            });
            await().until(() -> askers.stream().noneMatch(Thread::isAlive));
        });

        assertThat(sent).filteredOn(sql -> sql.contains("from ticket_type")).hasSize(1);
    }

    @Test
    void knowsNoTypeOfAnotherServer() {
        assertThat(types.type(GUILD, type)).isPresent();
        assertThat(types.type(GUILD + 1, type)).isEmpty();
    }

    @Test
    void numbersTicketsWithoutGapsOrDoublesUnderLoad() {
        long first = desk.open(draft(UUID.randomUUID())).number();

        List<Long> numbers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> desk.open(draft(UUID.randomUUID())).number()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(first + 1, first + 20).boxed().toList());
    }

    @Test
    void makesOneTicketOfAFormThatIsSubmittedTwice() {
        UUID nonce = UUID.randomUUID();
        TicketView first = desk.open(draft(nonce));

        assertThatThrownBy(() -> desk.open(draft(nonce))).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(desk.submittedBefore(nonce)).map(TicketView::id).contains(first.id());
    }

    @Test
    void refusesWrongMoves() {
        TicketView ticket = desk.open(draft(UUID.randomUUID()));

        assertThatThrownBy(() -> desk.close(ticket.id(), SAM, null))
                .isInstanceOf(WrongMove.class)
                .hasMessage("refused.move.opening");
        desk.opened(ticket.id(), 1000 + ticket.number());
        desk.close(ticket.id(), SAM, null);
        assertThatThrownBy(() -> desk.close(ticket.id(), MIA, null)).isInstanceOf(WrongMove.class);
        assertThatThrownBy(() -> desk.close(UUID.randomUUID(), MIA, null)).hasMessage("refused.move.unknown");
    }

    @Test
    void goesByWhatWasSaidLastWhenItIsWrittenDownInAnotherOrder() {
        TicketView ticket = desk.open(draft(UUID.randomUUID()));
        long thread = System.nanoTime();
        desk.opened(ticket.id(), thread);
        Instant asked = ticket.openedAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);

        activity.said(thread, 12, false, asked.plusSeconds(20));
        activity.said(thread, 11, true, asked);

        assertThat(shelf.find(ticket.id())).hasValueSatisfying(found -> {
            assertThat(found.turn().side()).isEqualTo(Side.STAFF);
            assertThat(found.activeAt()).isEqualTo(asked.plusSeconds(20));
            assertThat(found.firstResponse())
                    .isNotNull()
                    .extracting(FirstResponse::at)
                    .isEqualTo(asked);
        });
    }

    @Test
    void anObjectionCountsThoughTheStaffSpokeAfterIt() {
        TicketView ticket = desk.open(draft(UUID.randomUUID()));
        long thread = System.nanoTime();
        desk.opened(ticket.id(), thread);
        work.askToClose(ticket.id(), ticket.openedAt(), SAM);

        activity.said(thread, 11, true, ticket.openedAt());
        activity.said(thread, 10, false, ticket.openedAt());

        assertThat(shelf.find(ticket.id()).orElseThrow().closeRequest()).isNull();
    }

    @Test
    void closesNoTicketThatWasAnsweredSinceItWasFoundWaiting() {
        TicketView ticket = desk.open(draft(UUID.randomUUID()));
        long thread = System.nanoTime();
        desk.opened(ticket.id(), thread);
        activity.said(thread, 1, true, ticket.openedAt());
        TicketView waiting = shelf.find(ticket.id()).orElseThrow();
        activity.said(thread, 2, false, ticket.openedAt().plusSeconds(1));

        assertThatThrownBy(() -> desk.closeStillWaiting(waiting, Person.BOT, "Silence"))
                .isInstanceOf(WrongMove.class);
        TicketView answered = shelf.find(ticket.id()).orElseThrow();
        assertThat(answered.state()).isEqualTo(TicketState.OPEN);
        assertThat(desk.closeStillWaiting(answered, Person.BOT, "Silence").state())
                .isEqualTo(TicketState.CLOSING);
    }

    @Test
    void remembersWhatIsUnfinished() {
        TicketView opening = desk.open(draft(UUID.randomUUID()));
        TicketView closing = desk.open(draft(UUID.randomUUID()));
        desk.opened(closing.id(), 1000 + closing.number());
        desk.close(closing.id(), SAM, null);

        assertThat(desk.unfinished(GUILD)).extracting(TicketView::id).contains(opening.id(), closing.id());
        assertThat(shelf.find(closing.id()))
                .map(TicketView::closing)
                .hasValueSatisfying(by -> assertThat(by.by()).isEqualTo(SAM));
    }

    @Test
    void refusesADraftWithoutATitleInTheMembersWords() {
        assertThatThrownBy(() -> draft("  ", UUID.randomUUID()))
                .isInstanceOf(RefusedOpening.class)
                .hasMessage("refused.title");
    }

    private TicketDraft draft(UUID nonce) {
        return draft("It broke", nonce);
    }

    private TicketDraft draft(String title, UUID nonce) {
        return new TicketDraft(
                GUILD,
                type,
                new Person(newcomer++, "Mia"),
                null,
                Set.of(),
                title,
                List.of(Answer.of("What is it about?", "Since yesterday.")),
                Priority.NORMAL,
                null,
                null,
                nonce);
    }

    @TestConfiguration
    static class Counting {

        @Bean
        Statements statements() {
            return new Statements();
        }
    }
}
