package dev.homelab.common.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of links.
 *
 * @param more whether there is a next page
 */
public record ConnectionPage(List<Line> connections, int page, boolean more) {

    /** A link whose platform ends it within that time ends soon: its streamer is told so, and the pages say so. */
    public static final Duration ENDS_SOON = Duration.ofDays(5);

    public ConnectionPage {
        connections = List.copyOf(connections);
    }

    /**
     * One link.
     *
     * @param platform its id, such as twitch
     * @param accountId the platform's own id of the account
     * @param account the name shown on the platform
     * @param state LIVE, RETRYING or BROKEN
     * @param reason why it is broken, such as grant-ended; null while it lives
     * @param scopes what was granted, as the platform names it; empty where it has not said
     * @param grantedAt when the streamer last allowed it
     * @param refreshedAt when its token was last renewed; null when never
     * @param expiresAt when the token it has now expires
     * @param refreshDue when its token is renewed next; null when it is broken
     * @param grantEnds when the platform ends it whatever we do; null when nothing is known
     * @param failures how many attempts to renew it have failed in a row
     */
    public record Line(
            UUID id,
            UUID streamerId,
            String streamer,
            String platform,
            String accountId,
            String account,
            String state,
            @Nullable String reason,
            List<String> scopes,
            Instant linkedAt,
            Instant grantedAt,
            @Nullable Instant refreshedAt,
            Instant expiresAt,
            @Nullable Instant refreshDue,
            @Nullable Instant grantEnds,
            int failures) {

        public Line {
            scopes = List.copyOf(scopes);
        }
    }
}
