package dev.homelab.discordbot.ticket;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A member's request for help, from the click to the archive. */
@Entity
public class Ticket implements Persistable<UUID> {

    @Id
    private UUID id;

    private long guildId;
    private long number;
    private long typeId;
    private long openerId;
    private String openerName;
    private String title;
    private String description;
    private boolean urgent;

    @SuppressWarnings("UnusedVariable") // read by the unique constraint
    private UUID nonce;

    @Enumerated(EnumType.STRING)
    private TicketState state;

    private @Nullable Long threadId;
    private Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable Long closedById;
    private @Nullable String closedByName;
    private @Nullable Long archiveCardId;

    @Version
    @SuppressWarnings("UnusedVariable") // two people who move a ticket at once must not both succeed
    private int version;

    @Transient
    private boolean unsaved;

    @SuppressWarnings("NullAway.Init")
    protected Ticket() {}

    Ticket(TicketDraft draft, long number, Instant now) {
        this.id = UUID.randomUUID();
        this.guildId = draft.guildId();
        this.number = number;
        this.typeId = draft.typeId();
        this.openerId = draft.opener().id();
        this.openerName = draft.opener().name();
        this.title = draft.title();
        this.description = draft.description();
        this.urgent = draft.urgent();
        this.nonce = draft.nonce();
        this.state = TicketState.OPENING;
        this.openedAt = now;
        this.unsaved = true;
    }

    void opened(long newThreadId) {
        require(TicketState.OPENING, "opened");
        this.threadId = newThreadId;
        this.state = TicketState.OPEN;
    }

    void close(Person by, Instant now) {
        require(TicketState.OPEN, "closed");
        this.closedById = by.id();
        this.closedByName = by.name();
        this.closedAt = now;
        this.state = TicketState.CLOSING;
    }

    void archived() {
        require(TicketState.CLOSING, "archived");
        this.state = TicketState.CLOSED;
    }

    void cardPosted(long messageId) {
        require(TicketState.CLOSED, "given an archive card");
        this.archiveCardId = messageId;
    }

    private void require(TicketState expected, String move) {
        if (state != expected) {
            throw new WrongMove("Ticket #" + number + " cannot be " + move + " while it is " + state + ".");
        }
    }

    public UUID id() {
        return id;
    }

    public long guildId() {
        return guildId;
    }

    public long number() {
        return number;
    }

    public long typeId() {
        return typeId;
    }

    public Person opener() {
        return new Person(openerId, openerName);
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public boolean urgent() {
        return urgent;
    }

    public TicketState state() {
        return state;
    }

    public @Nullable Long threadId() {
        return threadId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable Person closedBy() {
        return closedById == null || closedByName == null ? null : new Person(closedById, closedByName);
    }

    public boolean hasCard() {
        return archiveCardId != null;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    @PostPersist
    void persisted() {
        unsaved = false;
    }
}
