package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What changed and when. The newest lines are held in memory, so that a page never waits for PostgreSQL; what happens while it
 * is away is written when it is back.
 */
@Component
public class History {

    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final int MOST_RECENT = 50;
    private static final int MOST_WAITING = 1000;

    private final StateChanges changes;
    private final Deque<StateChange> recent = new ArrayDeque<>();
    private final Deque<StateChange> waiting = new ArrayDeque<>();
    private boolean postgresIsUp;

    History(StateChanges changes) {
        this.changes = changes;
    }

    /** Newest first. */
    public synchronized List<StateChange> newest(int atMost) {
        return recent.stream().limit(atMost).toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void load() {
        try {
            recent.addAll(changes.findByOrderBySinceDescIdDesc(Limit.of(MOST_RECENT)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("Starting without the history: {}", e.getMessage());
        }
    }

    @EventListener
    synchronized void remember(PartChanged changed) {
        PartStatus status = changed.status();
        if (status.part() == Part.POSTGRESQL) {
            postgresIsUp = status.health() == Health.UP;
        }
        recent.addFirst(new StateChange(status));
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new StateChange(status));
        }
    }

    /** Last, so that nobody who looks waits for it. */
    @EventListener(RoundDone.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void write() {
        List<StateChange> lines = toWrite();
        if (lines.isEmpty()) {
            return;
        }
        try {
            changes.saveAll(lines);
            written(lines);
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} state change(s) wait for PostgreSQL", lines.size());
        }
    }

    private synchronized List<StateChange> toWrite() {
        return postgresIsUp ? List.copyOf(waiting) : List.of();
    }

    private synchronized void written(List<StateChange> lines) {
        waiting.removeAll(lines);
    }
}
