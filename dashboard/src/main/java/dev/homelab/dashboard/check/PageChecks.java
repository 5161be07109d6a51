package dev.homelab.dashboard.check;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The checks that admins have written in the page or over the API; while PostgreSQL is away, as they were read last. */
@Component
@Order(2)
class PageChecks implements DefinitionSource {

    private static final Logger log = LoggerFactory.getLogger(PageChecks.class);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;
    private volatile List<Definition> read = List.of();

    PageChecks(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Definition> definitions() {
        try {
            read =
                    database
                            .sql("SELECT wanted FROM check_definition ORDER BY created_at, id")
                            .query(String.class)
                            .list()
                            .stream()
                            .map(wanted -> json.readValue(wanted, Wanted.class).definition(Owner.PAGE))
                            .toList();
        } catch (DataAccessException e) {
            log.warn("The page's checks stay as they were read last: {}", e.getMessage());
        }
        return read;
    }

    /**
     * Adds one, or changes that which has its id; the catalogue has to be reloaded.
     *
     * @throws InvalidCheck when it cannot be
     */
    void save(Wanted wanted, String by) {
        Definition definition = wanted.definition(Owner.PAGE);
        database.sql("""
                        INSERT INTO check_definition (id, wanted, created_at, created_by)
                        VALUES (:id, :wanted::jsonb, :at, :by)
                        ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted""")
                .param("id", definition.id().value())
                .param("wanted", json.writeValueAsString(wanted))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    /** Removes one, if there is such a one; the catalogue has to be reloaded. */
    void remove(CheckId id) {
        database.sql("DELETE FROM check_definition WHERE id = :id")
                .param("id", id.value())
                .update();
    }
}
