package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the audit, the newest first.
 *
 * @param next what asks for the lines before these; null when there are none
 */
public record AuditPage(List<Line> lines, @Nullable Long next) {

    public AuditPage {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param id only grows
     * @param action such as SIGN_IN, LINK, UNLINK, REFRESH_NOW, HAND_OUT or LINK_DIED
     * @param outcome done, or why not, in lower case with hyphens
     * @param platform its id; null where none is concerned
     * @param streamer who did it, or whose link it is; null when nobody was signed in
     * @param ip empty for what the service does by itself, and for streamers who have deleted their account
     */
    public record Line(
            long id,
            Instant at,
            String action,
            String outcome,
            @Nullable String platform,
            @Nullable UUID streamer,
            @Nullable UUID connection,
            String ip,
            String userAgent,
            String detail) {}
}
