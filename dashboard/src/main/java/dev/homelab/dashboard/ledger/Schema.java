package dev.homelab.dashboard.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The tables, which are made or changed when PostgreSQL is there, and not before the start may go on. */
@Component
class Schema {

    /** It is being started, it is being stopped, it has no room for one more connection. */
    private static final Set<String> FOR_NOW = Set.of("57P01", "57P02", "57P03", "53300");

    private final Flyway flyway;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    @Configuration(proxyBeanMethods = false)
    static class Later {

        @Bean
        FlywayMigrationStrategy byTheLedger() {
            return flyway -> {};
        }
    }

    /**
     * Brings the tables to what this version needs.
     *
     * @throws FlywayException when that fails; {@link #isAway} says whether it may work later
     */
    void migrate() {
        flyway.migrate();
    }

    /** Whether a failure says that nobody answers, and not that somebody refuses. */
    static boolean isAway(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((_, deeper) -> deeper)
                .filter(Schema::isForNow)
                .isPresent();
    }

    private static boolean isForNow(SQLException deepest) {
        String state = deepest.getSQLState();
        return state == null
                ? deepest instanceof SQLTransientConnectionException
                : state.startsWith("08") || FOR_NOW.contains(state);
    }
}
