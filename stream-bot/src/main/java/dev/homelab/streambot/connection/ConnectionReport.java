package dev.homelab.streambot.connection;

import java.util.List;
import org.springframework.stereotype.Component;

/** Counts and summaries over all streamers; never a token. */
@Component
public class ConnectionReport {

    private final Connections connections;

    ConnectionReport(Connections connections) {
        this.connections = connections;
    }

    public long streamers() {
        return connections.countStreamers();
    }

    public List<StateCount> states() {
        return connections.countByState();
    }

    /** Those that need care first, then the newest. */
    public List<ConnectionSummary> newest(int limit) {
        return connections.summaries(limit);
    }
}
