package dev.homelab.dashboard.audit;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.ledger.Ledger;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Every change and every sign-in; only added to, which the database itself sees to. */
@Component
public class Audit {

    /** Who does what nobody did in the page. */
    public static final String SETTINGS = "settings";

    private final JdbcClient database;
    private final Ledger ledger;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient database, Ledger ledger, JsonMapper json, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A line.
     *
     * @param place the address from which it was done; empty where that was no request
     */
    public record Line(long id, Instant at, String who, String place, Said said) {}

    /** What a line is about, by how its key begins. */
    public enum About {
        ACCESS("sign|password"),
        PEOPLE("person"),
        CHECKS("check"),
        MAINTENANCE("maintenance"),
        INCIDENTS("note"),
        ALERTS("channel"),
        TOKENS("token"),
        CONNECTIONS("link"),
        TICKETS("replied|type"),
        BACKUPS("backup|drill");

        private final String keys;

        About(String keys) {
            this.keys = keys;
        }

        private String pattern() {
            return "^audit\\.(" + keys + ")";
        }
    }

    /**
     * Which lines somebody wants to see.
     *
     * @param who only theirs; empty for all
     * @param about null for anything
     * @param since null for as far back as there are any
     */
    public record Wish(
            String who, @Nullable About about, @Nullable Instant since) {}

    /**
     * Notes what somebody did; never waits for PostgreSQL.
     *
     * @param said without secrets; its key begins with {@code audit.}
     */
    public void note(String who, Said said) {
        UUID key = UUID.randomUUID();
        Instant at = clock.instant();
        String place = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
        ledger.write(
                "audit",
                database -> database.sql("""
                        INSERT INTO audit (key, at, who, place, said) VALUES (:key, :at, :who, :place, :said::jsonb)
                        ON CONFLICT (key) DO NOTHING""")
                        .param("key", key)
                        .param("at", Timestamp.from(at))
                        .param("who", who)
                        .param("place", place)
                        .param("said", json.writeValueAsString(said))
                        .update());
    }

    /**
     * Newest first.
     *
     * @param before the id of the last line that is known, or {@link Long#MAX_VALUE}
     */
    public List<Line> lines(long before, Wish wish, int most) {
        return database.sql("""
                        SELECT id, at, who, place, said FROM audit
                        WHERE id < :before AND (:who = '' OR who = :who) AND said ->> 'key' ~ :keys AND at >= :since
                        ORDER BY id DESC LIMIT :most""")
                .param("before", before)
                .param("who", wish.who())
                .param("keys", wish.about() == null ? "" : wish.about().pattern())
                .param("since", Timestamp.from(wish.since() == null ? Instant.EPOCH : wish.since()))
                .param("most", most)
                .query((row, _) -> new Line(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("place"),
                        json.readValue(row.getString("said"), Said.class)))
                .list();
    }
}
