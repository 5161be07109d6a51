package dev.homelab.dashboard.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What a page reads from PostgreSQL, or nothing while that is away, which the page then says. */
public final class WhileAway {

    private static final Logger log = LoggerFactory.getLogger(WhileAway.class);

    private WhileAway() {}

    public static <T> @Nullable T orNull(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataAccessException | TransactionException e) {
            log.debug("A page goes without what PostgreSQL has: {}", e.getMessage());
            return null;
        }
    }
}
