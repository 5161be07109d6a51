package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.readiness.Item.Section;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What PostgreSQL says of itself and of the role under which the dashboard comes. */
@Component
class DatabaseInspector implements Inspector {

    private static final int OLDEST = 15;
    private static final int FEWEST_CONNECTIONS = 50;
    private static final Duration APART = Duration.ofSeconds(5);

    private static final String ALL = """
            SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb AS mighty, current_user AS role,
                current_setting('server_version_num')::int / 10000 AS version,
                current_setting('max_connections')::int AS connections, clock_timestamp() AS now,
                (SELECT count(*) FROM flyway_schema_history WHERE NOT success) AS failed,
                (SELECT max(version::int) FROM flyway_schema_history WHERE version IS NOT NULL) AS migrated
            FROM pg_roles r WHERE r.rolname = current_user
            """;

    private final JdbcClient database;
    private final Clock clock;

    DatabaseInspector(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Seen(
            boolean mighty, String role, int version, int connections, Timestamp now, long failed, int migrated) {}

    @Override
    public Section section() {
        return Section.DATABASE;
    }

    @Override
    public List<Item> inspect() {
        Seen seen = database.sql(ALL).query(Seen.class).single();
        Duration apart =
                Duration.between(seen.now().toInstant(), clock.instant()).abs();
        return List.of(
                seen.mighty()
                        ? Item.warn("role", Section.DATABASE, seen.role())
                        : Item.ok("role", Section.DATABASE, seen.role()),
                seen.version() < OLDEST
                        ? Item.fail("version", Section.DATABASE, seen.version())
                        : Item.ok("version", Section.DATABASE, seen.version()),
                seen.connections() < FEWEST_CONNECTIONS
                        ? Item.warn("connections", Section.DATABASE, seen.connections())
                        : Item.ok("connections", Section.DATABASE, seen.connections()),
                seen.failed() > 0
                        ? Item.fail("migrations", Section.DATABASE, seen.failed())
                        : Item.ok("migrations", Section.DATABASE, seen.migrated()),
                apart.compareTo(APART) > 0
                        ? Item.warn("clock", Section.DATABASE, apart.toSeconds())
                        : Item.ok("clock", Section.DATABASE));
    }
}
