package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of all links between streamers and platforms.
 *
 * @param streamers how many people have signed in
 * @param platforms each platform, in the order of the pages
 * @param newest the links, those that need care first, then the newest, at most 50
 */
public record ConnectionsOverview(long streamers, List<PlatformLine> platforms, List<ConnectionLine> newest) {

    public ConnectionsOverview {
        platforms = List.copyOf(platforms);
        newest = List.copyOf(newest);
    }

    /**
     * One platform.
     *
     * @param enabled false where no client id and secret are configured
     * @param live links whose tokens work
     * @param broken links whose streamer must link again
     */
    public record PlatformLine(String platform, boolean enabled, long live, long broken) {}

    /**
     * One link.
     *
     * @param account the name shown on the platform
     * @param state {@code LIVE}, {@code RETRYING} or {@code BROKEN}
     * @param refreshDue when its token is renewed next; null where nothing is due
     */
    public record ConnectionLine(
            String streamer,
            String platform,
            String account,
            String state,
            Instant linkedAt,
            @Nullable Instant refreshDue) {}
}
