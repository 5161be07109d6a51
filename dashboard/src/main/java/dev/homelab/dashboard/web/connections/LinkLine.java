package dev.homelab.dashboard.web.connections;

import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.common.page.Moments;
import dev.homelab.common.page.Moments.Moment;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A streamer's link on the page.
 *
 * @param state as texts' keys have it: live, ending, retrying or broken
 * @param ends until when the streamer must link again; null where the grant has no end
 */
record LinkLine(
        String id,
        String streamer,
        String platform,
        String account,
        String state,
        String tone,
        @Nullable String reason,
        Moment linked,
        @Nullable Moment refreshed,
        @Nullable Moment due,
        @Nullable Moment ends) {

    static LinkLine of(ConnectionPage.Line line, Moments moments, Instant now) {
        String state = state(line, now);
        return new LinkLine(
                line.id().toString(),
                line.streamer(),
                line.platform(),
                line.account(),
                state,
                tone(state),
                line.reason(),
                moments.time(line.linkedAt()),
                line.refreshedAt() == null ? null : moments.time(line.refreshedAt()),
                line.refreshDue() == null ? null : moments.time(line.refreshDue()),
                line.grantEnds() == null ? null : moments.day(line.grantEnds()));
    }

    private static String state(ConnectionPage.Line line, Instant now) {
        boolean ending = line.grantEnds() != null
                && line.grantEnds().isBefore(now.plus(ConnectionPage.ENDS_SOON))
                && "LIVE".equals(line.state());
        return ending ? "ending" : line.state().toLowerCase(Locale.ROOT);
    }

    private static String tone(String state) {
        return switch (state) {
            case "live" -> "up";
            case "broken" -> "down";
            default -> "warn";
        };
    }
}
