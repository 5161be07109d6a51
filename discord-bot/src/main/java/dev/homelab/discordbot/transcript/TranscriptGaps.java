package dev.homelab.discordbot.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows how far each thread has been recorded. */
@Component
public class TranscriptGaps {

    private static final String RECORDED = """
            SELECT p.thread_id, greatest(least(p.read_to, min(unsure.from_id) - 1), coalesce(max(m.id), 0)) AS recorded_to
            FROM transcript_thread p
                LEFT JOIN unnest(CAST(string_to_array(:unsureThreads, ',') AS bigint[]),
                                 CAST(string_to_array(:unsureFrom, ',') AS bigint[]))
                    AS unsure (thread_id, from_id) ON unsure.thread_id = p.thread_id
                LEFT JOIN transcript_message m
                    ON m.thread_id = p.thread_id AND (unsure.from_id IS NULL OR m.id < unsure.from_id)
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
     * @param unsure from which message on some may be missing that are older than the newest record, by thread
     * @return after which message each thread with a gap is to be read
     */
    public Map<Long, Long> of(Map<Long, Long> latest, Map<Long, Long> unsure) {
        Map<Long, Long> gaps = new HashMap<>();
        if (latest.isEmpty()) {
            return gaps;
        }
        List<Map.Entry<Long, Long>> pairs = List.copyOf(unsure.entrySet());
        jdbc.sql(RECORDED)
                .param("threads", latest.keySet())
                .param("unsureThreads", joined(pairs, Map.Entry::getKey))
                .param("unsureFrom", joined(pairs, Map.Entry::getValue))
                .query(row -> {
                    long thread = row.getLong("thread_id");
                    long recordedTo = row.getLong("recorded_to");
                    if (latest.getOrDefault(thread, 0L) > recordedTo || unsure.containsKey(thread)) {
                        gaps.put(thread, recordedTo);
                    }
                });
        return gaps;
    }

    private static String joined(List<Map.Entry<Long, Long>> pairs, Function<Map.Entry<Long, Long>, Long> part) {
        return pairs.stream().map(part).map(Object::toString).collect(Collectors.joining(","));
    }

    /** A last message that was deleted meanwhile is not looked for again. */
    public void closed(long threadId, long readTo) {
        jdbc.sql("UPDATE transcript_thread SET read_to = greatest(read_to, ?) WHERE thread_id = ?")
                .params(readTo, threadId)
                .update();
    }
}
