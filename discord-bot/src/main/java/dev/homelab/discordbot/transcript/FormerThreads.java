package dev.homelab.discordbot.transcript;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the threads that tickets had, be it that they still have them or went on elsewhere. */
@Component
public class FormerThreads {

    private final JdbcClient jdbc;

    FormerThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tickets of those threads, by thread; those of notes and of no ticket are left out. */
    public Map<Long, UUID> of(Collection<Long> threadIds) {
        Map<Long, UUID> found = new HashMap<>();
        if (!threadIds.isEmpty()) {
            jdbc.sql(
                            "SELECT thread_id, ticket_id FROM transcript_thread WHERE NOT staff_only AND thread_id IN (:threads)")
                    .param("threads", threadIds)
                    .query(row -> {
                        found.put(row.getLong("thread_id"), row.getObject("ticket_id", UUID.class));
                    });
        }
        return found;
    }
}
