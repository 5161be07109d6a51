package dev.homelab.dashboard.web;

import dev.homelab.dashboard.ledger.Ledger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What a page reads from PostgreSQL, or nothing while that is away, which the page then says. */
@Component
public final class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final Ledger ledger;

    Reading(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Nothing at once where it is known to be away: each try would cost the page two seconds. */
    public <T> @Nullable T orNull(Supplier<T> reading) {
        if (!ledger.isReachable()) {
            return null;
        }
        try {
            return reading.get();
        } catch (DataAccessException | TransactionException e) {
            log.debug("A page goes without what PostgreSQL has: {}", e.getMessage());
            return null;
        }
    }
}
