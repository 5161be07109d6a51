package dev.homelab.discordbot.transcript;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows how far each thread has been recorded. */
@Component
public class TranscriptGaps {

    private static final String RECORDED = """
            SELECT p.thread_id, greatest(p.read_to, coalesce(max(m.id), 0)) AS recorded_to
            FROM transcript_thread p LEFT JOIN transcript_message m ON m.thread_id = p.thread_id
            WHERE p.thread_id IN (:threads) GROUP BY p.thread_id
            """;

    private final JdbcClient jdbc;

    TranscriptGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where something is missing, in one statement.
     *
     * @param latest the last message of each thread, as Discord knows it; 0 for none
     * @return after which message each thread with a gap is to be read
     */
    public Map<Long, Long> of(Map<Long, Long> latest) {
        Map<Long, Long> gaps = new HashMap<>();
        if (latest.isEmpty()) {
            return gaps;
        }
        jdbc.sql(RECORDED).param("threads", latest.keySet()).query(row -> {
            long thread = row.getLong("thread_id");
            long recordedTo = row.getLong("recorded_to");
            if (latest.getOrDefault(thread, 0L) > recordedTo) {
                gaps.put(thread, recordedTo);
            }
        });
        return gaps;
    }

    /** A last message that was deleted meanwhile is not looked for again. */
    public void closed(long threadId, long readTo) {
        jdbc.sql("UPDATE transcript_thread SET read_to = greatest(read_to, ?) WHERE thread_id = ?")
                .params(readTo, threadId)
                .update();
    }
}
