package dev.homelab.dashboard.check;

import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.ledger.Ledger;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What jobs have reported last. */
@Component
public class Pushes {

    private static final int LONGEST = 300;

    private final JdbcClient database;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<CheckId, Report> last = new ConcurrentHashMap<>();

    Pushes(JdbcClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener(DatabaseArrived.class)
    void takeUp() {
        database.sql("SELECT check_id, at, failed, words FROM push_report")
                .query((row, _) -> Map.entry(
                        new CheckId(row.getString("check_id")),
                        new Report(
                                row.getTimestamp("at").toInstant(), row.getBoolean("failed"), row.getString("words"))))
                .list()
                .forEach(report -> last.putIfAbsent(report.getKey(), report.getValue()));
    }

    /**
     * A job reports in.
     *
     * @param words up to 300 characters are kept
     */
    public void reported(CheckId check, boolean failed, String words) {
        Report report = new Report(clock.instant(), failed, cut(words));
        last.put(check, report);
        ledger.write(
                "push",
                database -> database.sql("""
                        INSERT INTO push_report (check_id, at, failed, words) VALUES (:check, :at, :failed, :words)
                        ON CONFLICT (check_id) DO UPDATE SET at = excluded.at, failed = excluded.failed, words = excluded.words""")
                        .param("check", check.value())
                        .param("at", Timestamp.from(report.at()))
                        .param("failed", failed)
                        .param("words", report.words())
                        .update());
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(LONGEST, words.length())).replace("\0", "");
    }

    /** How a job is doing that should report as its target says. */
    Finding judge(CheckId check, Target.Push target) {
        Optional<Report> report = Optional.ofNullable(last.get(check));
        if (report.isEmpty()) {
            return Finding.unknown("push.never");
        }
        Instant late = report.get().at().plus(target.expectedEvery()).plus(target.grace());
        if (clock.instant().isAfter(late)) {
            return Finding.down("push.late", report.get().at());
        }
        return report.get().failed()
                ? Finding.down("push.failed", report.get().words())
                : Finding.up("push.up", report.get().words());
    }

    private record Report(Instant at, boolean failed, String words) {}
}
