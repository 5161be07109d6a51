package dev.homelab.dashboard.status;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What changed and when. What happens while PostgreSQL is away is kept, and written when it is back. */
@Component
public class History {

    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final int MOST_WAITING = 1000;

    private final StateChanges changes;
    private final Deque<StateChange> waiting = new ArrayDeque<>();

    History(StateChanges changes) {
        this.changes = changes;
    }

    /** Newest first; empty while PostgreSQL is away. */
    public List<StateChange> newest(int atMost) {
        try {
            return changes.findByOrderBySinceDescIdDesc(Limit.of(atMost));
        } catch (DataAccessException | TransactionException e) {
            return List.of();
        }
    }

    @EventListener
    synchronized void remember(PartChanged changed) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new StateChange(changed.status()));
        }
    }

    @EventListener(RoundDone.class)
    synchronized void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            changes.saveAll(List.copyOf(waiting));
            waiting.clear();
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} state change(s) wait for PostgreSQL", waiting.size());
        }
    }
}
