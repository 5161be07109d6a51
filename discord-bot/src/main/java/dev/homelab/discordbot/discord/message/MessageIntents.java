package dev.homelab.discordbot.discord.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which direct messages were to be sent, and which are known to be. */
@Component
class MessageIntents {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String INTEND = """
            INSERT INTO direct_message AS d (key, intended_at) VALUES (:key, :now)
            ON CONFLICT (key) DO UPDATE SET tries = d.tries + 1
            RETURNING intended_at, tries, sent_at IS NOT NULL AS sent
            """;

    /**
     * One message to send.
     *
     * @param tries this one included
     */
    record Intent(Instant intendedAt, int tries, boolean sent) {

        boolean mayHaveBeenSent() {
            return tries > 1;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageIntents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Written before Discord is asked. */
    Intent intend(UUID key) {
        return jdbc.sql(INTEND)
                .param("key", key)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Intent(
                        row.getObject("intended_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries"),
                        row.getBoolean("sent")))
                .single();
    }

    void sent(UUID key) {
        jdbc.sql("UPDATE direct_message SET sent_at = :now WHERE key = :key")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    /** Nobody repeats a message after a month. */
    void forgetOld() {
        jdbc.sql("DELETE FROM direct_message WHERE intended_at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
