package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.Priority;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A member's request for help, from the click to the archive. Whoever moves it holds its row's lock. */
@Entity
public class Ticket {

    @Id
    private UUID id;

    private long guildId;
    private long number;
    private long typeId;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "opener_id"))
    @AttributeOverride(name = "name", column = @Column(name = "opener_name"))
    private Person opener;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "requested_by_id"))
    @AttributeOverride(name = "name", column = @Column(name = "requested_by_name"))
    private @Nullable Person requestedBy;

    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Answer> answers;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private @Nullable String sourceUrl;

    @SuppressWarnings("UnusedVariable") // read by the unique constraint
    private UUID nonce;

    @Enumerated(EnumType.STRING)
    private TicketState state;

    @Embedded
    private Turn turn;

    private Instant openedAt;
    private Instant activeAt;

    @Embedded
    private @Nullable FirstResponse firstResponse;

    @Embedded
    private @Nullable TicketThread thread;

    private @Nullable Long noteThreadId;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "handler_id"))
    @AttributeOverride(name = "name", column = @Column(name = "handler_name"))
    private @Nullable Person handler;

    @Embedded
    private @Nullable CloseRequest closeRequest;

    @Embedded
    private @Nullable Closing closing;

    @Embedded
    private @Nullable Rating rating;

    private @Nullable Long archiveCardId;
    private boolean hadCompany;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    Ticket(TicketDraft draft, long number, Instant now) {
        this.id = UUID.randomUUID();
        this.guildId = draft.guildId();
        this.number = number;
        this.typeId = draft.typeId();
        this.opener = draft.opener();
        this.requestedBy = draft.requestedBy();
        this.title = draft.title();
        this.answers = draft.answers();
        this.priority = draft.priority();
        this.sourceUrl = draft.sourceUrl();
        this.nonce = draft.nonce();
        this.state = TicketState.OPENING;
        this.turn = Turn.of(Side.STAFF, now);
        this.firstResponse = new FirstResponse(draft.firstResponseDue(), null);
        this.openedAt = now;
        this.activeAt = now;
    }

    private void require(TicketState first, TicketState... others) {
        if (!EnumSet.of(first, others).contains(state)) {
            throw new WrongMove("move." + state.name().toLowerCase(Locale.ROOT), Long.toString(number));
        }
    }

    /** There is no room for its thread in the server; its turn comes. */
    void queue() {
        require(TicketState.OPENING, TicketState.REOPENING);
        state = TicketState.QUEUED;
    }

    /** There is room again. */
    void dequeue() {
        require(TicketState.QUEUED);
        state = TicketState.OPENING;
    }

    /** Its thread is there, for the first time or again. */
    void opened(long threadId) {
        require(TicketState.OPENING, TicketState.REOPENING);
        thread = TicketThread.of(threadId);
        state = TicketState.OPEN;
    }

    void handledBy(@Nullable Person newHandler) {
        require(TicketState.OPEN);
        handler = newHandler;
    }

    void prioritise(Priority newPriority) {
        require(TicketState.OPEN);
        priority = newPriority;
    }

    void rename(String newTitle) {
        require(TicketState.OPEN);
        title = TicketDraft.checkedTitle(newTitle);
    }

    /** A new turn starts the stale clock anew. */
    void waitFor(Side side, Instant now) {
        require(TicketState.OPEN);
        turn = Turn.of(side, now);
    }

    void snooze(Instant until) {
        require(TicketState.OPEN);
        turn = turn.snoozed(until);
    }

    /** Whose turn it is was reminded of it, once in a turn. */
    void reminded(Side side, Instant now) {
        require(TicketState.OPEN);
        if (turn.side() != side || turn.warnedAt() != null) {
            throw new WrongMove("warned");
        }
        turn = turn.warned(now);
    }

    /** Somebody is added beside its opener and the staff. */
    void accompany() {
        require(TicketState.OPEN);
        hadCompany = true;
    }

    void notesIn(long threadId) {
        require(TicketState.OPEN);
        noteThreadId = threadId;
    }

    /** Its thread was archived without the ticket being closed. */
    void park(Instant now) {
        require(TicketState.OPEN);
        thread = threadThatIsThere().parked(now);
    }

    void wake(Instant now) {
        require(TicketState.OPEN);
        thread = threadThatIsThere().parked(null);
        activeAt = now;
    }

    /** Its thread was deleted behind our back: a new one is to be made. */
    void threadLost() {
        require(TicketState.OPEN, TicketState.REOPENING);
        thread = null;
        state = TicketState.OPENING;
    }

    void askToClose(Person by, Instant due) {
        require(TicketState.OPEN);
        closeRequest = new CloseRequest(by, due);
    }

    void declineToClose() {
        require(TicketState.OPEN);
        closeRequest = null;
    }

    void close(Person by, @Nullable String reason, Instant now) {
        require(TicketState.OPEN);
        closing = new Closing(by, now, reason);
        closeRequest = null;
        state = TicketState.CLOSING;
    }

    /** Nobody may have answered or decided otherwise since it was found waiting. */
    void closeStillWaiting(Turn turnThen, @Nullable CloseRequest requestThen, Person by, String reason, Instant now) {
        if (!turn.equals(turnThen) || !Objects.equals(closeRequest, requestThen)) {
            throw new WrongMove("answered");
        }
        close(by, reason, now);
    }

    void archived() {
        require(TicketState.CLOSING);
        state = TicketState.CLOSED;
    }

    void cardPosted(long messageId) {
        archiveCardId = messageId;
    }

    void rate(Rating newRating) {
        require(TicketState.CLOSING, TicketState.CLOSED);
        rating = newRating;
    }

    /** A thread cannot move: a new one is to be made in the channel of the new type. */
    void retype(long newTypeId) {
        require(TicketState.OPEN);
        typeId = newTypeId;
        thread = null;
        noteThreadId = null;
        state = TicketState.OPENING;
    }

    void reopen(Instant now) {
        require(TicketState.CLOSED);
        state = TicketState.REOPENING;
        closing = null;
        activeAt = now;
        turn = Turn.of(Side.STAFF, now);
    }

    /** Clean-up has deleted its thread, long after it was closed. */
    void threadDeleted(Instant now) {
        require(TicketState.CLOSED);
        thread = threadThatIsThere().deleted(now);
    }

    private TicketThread threadThatIsThere() {
        if (thread == null) {
            throw new IllegalStateException("ticket #" + number + " has no thread");
        }
        return thread;
    }

    /** What it is, without the power to move it. */
    public TicketView view() {
        return new TicketView(
                id,
                guildId,
                number,
                typeId,
                opener,
                requestedBy,
                title,
                answers,
                priority,
                sourceUrl,
                state,
                turn,
                openedAt,
                activeAt,
                firstResponse,
                thread,
                noteThreadId,
                handler,
                closeRequest,
                closing,
                rating,
                archiveCardId,
                hadCompany);
    }
}
