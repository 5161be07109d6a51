package dev.homelab.streambot.api;

import dev.homelab.common.contract.ConnectionsOverview;
import dev.homelab.streambot.connection.ConnectionReport;
import dev.homelab.streambot.connection.ConnectionState;
import dev.homelab.streambot.connection.ConnectionSummary;
import dev.homelab.streambot.connection.StateCount;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import java.util.List;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** What the dashboard asks for every few seconds. */
@Component
class Overview {

    static final String KEY = "all";

    private static final int NEWEST = 50;

    private final ConnectionReport report;
    private final Platforms platforms;

    Overview(ConnectionReport report, Platforms platforms) {
        this.report = report;
        this.platforms = platforms;
    }

    @Cacheable(cacheNames = OverviewCache.NAME, key = "'" + KEY + "'")
    public ConnectionsOverview get() {
        List<StateCount> states = report.states();
        return new ConnectionsOverview(
                report.streamers(),
                platforms.all().stream().map(platform -> line(platform, states)).toList(),
                report.newest(NEWEST).stream().map(this::line).toList());
    }

    private static ConnectionsOverview.PlatformLine line(Platform platform, List<StateCount> states) {
        long broken = count(platform, states, true);
        return new ConnectionsOverview.PlatformLine(
                platform.title(), platform.settings().enabled(), count(platform, states, false), broken);
    }

    private static long count(Platform platform, List<StateCount> states, boolean broken) {
        return states.stream()
                .filter(state -> state.getPlatform().equals(platform.id()))
                .filter(state -> (state.getState() == ConnectionState.BROKEN) == broken)
                .mapToLong(StateCount::getLinks)
                .sum();
    }

    private ConnectionsOverview.ConnectionLine line(ConnectionSummary link) {
        return new ConnectionsOverview.ConnectionLine(
                link.getStreamer(),
                platforms.named(link.getPlatform()).title(),
                link.getAccount(),
                link.getState().name(),
                link.getLinked(),
                link.getState() == ConnectionState.BROKEN ? null : link.getDue());
    }
}
