package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentChanged;
import dev.homelab.dashboard.status.IncidentClosed;
import dev.homelab.dashboard.status.IncidentMerged;
import dev.homelab.dashboard.status.IncidentOpened;
import dev.homelab.dashboard.status.Incidents;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Decides who is told what: each channel once when an incident begins, again as it wishes, and once when it is over. */
@Component
public class Alerts {

    private static final int MOST_EARLY = 100;

    private final Channels channels;
    private final Outbox outbox;
    private final Incidents incidents;
    private final JdbcClient database;
    private final Clock clock;
    private final Map<Told, Instant> told = new ConcurrentHashMap<>();
    /** What began and ended before anybody knew whom to tell. */
    private final Queue<Incident> early = new ConcurrentLinkedQueue<>();

    private volatile boolean knowsChannels;

    Alerts(Channels channels, Outbox outbox, Incidents incidents, JdbcClient database, Clock clock) {
        this.channels = channels;
        this.outbox = outbox;
        this.incidents = incidents;
        this.database = database;
        this.clock = clock;
    }

    private record Told(UUID incident, UUID channel) {}

    /** Before the incidents of earlier are taken up, or their channels would be told of them again. */
    @EventListener(DatabaseArrived.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeUp() {
        channels.readAnew();
        database.sql("""
                        SELECT incident, channel, max(d.created_at) AS at FROM alert_delivery d
                        JOIN incident i ON i.id = d.incident AND i.closed_at IS NULL GROUP BY incident, channel""")
                .query((row, _) -> Map.entry(
                        new Told(row.getObject("incident", UUID.class), row.getObject("channel", UUID.class)),
                        row.getTimestamp("at").toInstant()))
                .list()
                .forEach(known -> told.put(known.getKey(), known.getValue()));
        knowsChannels = true;
        for (Incident over = early.poll(); over != null; over = early.poll()) {
            tellOf(over);
            tellThatItIsOver(over);
        }
        incidents.open().forEach(this::tellOf);
    }

    @EventListener
    void opened(IncidentOpened opened) {
        tellOf(opened.incident());
    }

    /** An incident that got worse may now matter to more channels; those that know of it are not told again. */
    @EventListener
    void changed(IncidentChanged changed) {
        tellOf(changed.incident());
    }

    private void tellOf(Incident incident) {
        channels.all().stream()
                .filter(channel -> channel.cares(incident.severity()))
                .filter(channel -> told.putIfAbsent(new Told(incident.id(), channel.id()), clock.instant()) == null)
                .forEach(channel -> send(channel.id(), incident, Alert.Kind.OPENED));
    }

    @EventListener
    void closed(IncidentClosed closed) {
        if (knowsChannels) {
            tellThatItIsOver(closed.incident());
        } else if (early.size() < MOST_EARLY) {
            early.add(closed.incident());
        }
    }

    private void tellThatItIsOver(Incident incident) {
        told.keySet().stream()
                .filter(one -> one.incident().equals(incident.id()))
                .toList()
                .forEach(one -> {
                    send(one.channel(), incident, Alert.Kind.CLOSED);
                    told.remove(one);
                });
    }

    /** Whoever knows of the one knows of the other, and hears when that is over. */
    @EventListener
    void merged(IncidentMerged merged) {
        told.forEach((one, at) -> {
            if (one.incident().equals(merged.ended().id())) {
                told.remove(one);
                told.putIfAbsent(new Told(merged.goesOn().id(), one.channel()), at);
            }
        });
    }

    /** Whoever does not know of what is open is told as well: a new channel, or one that a crash kept from it. */
    @Scheduled(fixedDelay = 10_000)
    void repeat() {
        Instant now = clock.instant();
        for (Incident incident : incidents.open()) {
            tellOf(incident);
            channels.all().stream()
                    .filter(channel -> channel.cares(incident.severity()) && channel.repeatAfter() != null)
                    .filter(channel -> isDue(channel, incident, now))
                    .forEach(channel -> {
                        told.put(new Told(incident.id(), channel.id()), now);
                        send(channel.id(), incident, Alert.Kind.REPEATED);
                    });
        }
    }

    private boolean isDue(Channel channel, Incident incident, Instant now) {
        Instant last = told.get(new Told(incident.id(), channel.id()));
        return last != null
                && channel.repeatAfter() != null
                && !last.plus(channel.repeatAfter()).isAfter(now);
    }

    private void send(UUID channel, Incident incident, Alert.Kind kind) {
        outbox.send(new Alert(UUID.randomUUID(), channel, incident, kind, clock.instant()));
    }

    /**
     * Tries a channel out.
     *
     * @return why it did not work; empty when it did
     */
    public Optional<String> tryOut(UUID channel) {
        Instant now = clock.instant();
        Cause cause = new Cause(new CheckId("test"), "Homelab", Health.DEGRADED, Said.of("alert.test"));
        Incident example = new Incident(UUID.randomUUID(), now, null, Severity.NOTE, "test", List.of(cause), List.of());
        return outbox.tryOut(new Alert(UUID.randomUUID(), channel, example, Alert.Kind.TEST, now));
    }
}
