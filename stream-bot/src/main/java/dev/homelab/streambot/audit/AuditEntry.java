package dev.homelab.streambot.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit.
 *
 * @param outcome {@code done}, or why not, in lower case with hyphens
 * @param streamer who did it, or whose link it is; null when nobody was signed in
 * @param detail in words; never a token, a code or a verifier
 */
public record AuditEntry(
        Instant at,
        Action action,
        String outcome,
        @Nullable String platform,
        @Nullable UUID streamer,
        @Nullable UUID connection,
        Origin origin,
        String detail) {

    public static final String DONE = "done";
}
