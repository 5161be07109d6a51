package dev.homelab.discordbot.transcript;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes transcripts, files too, that are older than their servers keep them. */
@Component
public class TranscriptCleanUp {

    private static final Logger log = LoggerFactory.getLogger(TranscriptCleanUp.class);
    private static final int BATCH = 500;

    private static final String OVERDUE = """
            SELECT m.id FROM transcript_message m
            JOIN transcript_thread p ON p.thread_id = m.thread_id
            JOIN ticket t ON t.id = p.ticket_id
            JOIN guild_setup g ON g.guild_id = t.guild_id
            WHERE t.state = 'CLOSED' AND g.transcript_days > 0
              AND t.closed_at <= :now - make_interval(days => g.transcript_days)
            LIMIT :batch
            """;

    private static final String NOT_TO_BE_READ_BACK = """
            UPDATE transcript_thread p SET read_to = greatest(p.read_to, m.latest)
            FROM (SELECT thread_id, max(id) AS latest FROM transcript_message WHERE id IN (:messages) GROUP BY thread_id) m
            WHERE p.thread_id = m.thread_id
            """;

    private final JdbcClient jdbc;
    private final FileKeeper keeper;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TranscriptCleanUp(JdbcClient jdbc, FileKeeper keeper, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Works in batches, each a transaction of its own, until nothing is overdue.
     *
     * @return how many messages were removed
     */
    public int run() {
        int removed = 0;
        int batch;
        do {
            batch = Objects.requireNonNullElse(transaction.execute(status -> removeBatch()), 0);
            removed += batch;
        } while (batch == BATCH);
        if (removed > 0) {
            log.info("Removed {} message(s) of transcripts that were kept long enough", removed);
        }
        return removed;
    }

    private int removeBatch() {
        List<Long> messages = jdbc
                .sql(OVERDUE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query(Long.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
        if (messages.isEmpty()) {
            return 0;
        }
        jdbc.sql(NOT_TO_BE_READ_BACK).param("messages", messages).update();
        jdbc.sql("DELETE FROM transcript_file WHERE message_id IN (:messages) RETURNING id, state")
                .param("messages", messages)
                .query(row -> {
                    if (FileState.valueOf(row.getString("state")) == FileState.SAVED) {
                        keeper.drop(row.getLong("id"));
                    }
                });
        jdbc.sql("DELETE FROM web_reply WHERE message_id IN (:messages)")
                .param("messages", messages)
                .update();
        return jdbc.sql("DELETE FROM transcript_message WHERE id IN (:messages)")
                .param("messages", messages)
                .update();
    }
}
