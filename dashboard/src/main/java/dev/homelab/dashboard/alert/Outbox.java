package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.ledger.Ledger;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentLog;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Alerts on their way: noted by the ledger, sent from memory, tried again with growing pauses for a day. What was on its way when
 * the dashboard died is sent after the next start, perhaps once more.
 */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;
    private static final int AT_ONCE = 8;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("alert").start(task);
    private static final CompletableFuture<@Nullable Void> NOTHING_BEFORE = CompletableFuture.completedFuture(null);

    private final List<Messenger> messengers;
    private final Channels channels;
    private final Wording wording;
    private final Ledger ledger;
    private final IncidentLog incidents;
    private final JdbcClient database;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Attempt> waiting = new ConcurrentLinkedQueue<>();
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Map<UUID, CompletableFuture<@Nullable Void>> lanes = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);

    Outbox(
            List<Messenger> messengers,
            Channels channels,
            Wording wording,
            Ledger ledger,
            IncidentLog incidents,
            JdbcClient database,
            Clock clock) {
        this.messengers = messengers;
        this.channels = channels;
        this.wording = wording;
        this.ledger = ledger;
        this.incidents = incidents;
        this.database = database;
        this.clock = clock;
    }

    private record Attempt(Alert alert, int tries, Instant due) {

        /** Whether another is about the same incident in the same channel, and of earlier. */
        boolean comesAfter(Attempt other) {
            return alert.channel().equals(other.alert.channel())
                    && alert.incident().id().equals(other.alert.incident().id())
                    && alert.at().isAfter(other.alert.at());
        }
    }

    void send(Alert alert) {
        underWay.add(alert.id());
        ledger.write(
                "alert",
                database -> database.sql("""
                        INSERT INTO alert_delivery (id, channel, incident, kind, created_at, attempts)
                        VALUES (:id, :channel, :incident, :kind, :at, 0) ON CONFLICT (id) DO NOTHING""")
                        .param("id", alert.id())
                        .param("channel", alert.channel())
                        .param("incident", alert.incident().id())
                        .param("kind", alert.kind().name())
                        .param("at", Timestamp.from(alert.at()))
                        .update());
        start(new Attempt(alert, 0, clock.instant()));
    }

    /**
     * Sends at once, and only once, for whoever tries a channel out.
     *
     * @return why it was not taken; empty when it was
     */
    Optional<String> tryOut(Alert alert) {
        return channels.find(alert.channel()).flatMap(channel -> attempt(channel, alert));
    }

    /** How many were not taken and are tried again. */
    public int waiting() {
        return waiting.size();
    }

    /** In each channel one after the other, or an end could be heard of before its beginning. */
    private void start(Attempt attempt) {
        var _ = lanes.compute(
                attempt.alert().channel(),
                (_, before) -> Objects.requireNonNullElse(before, NOTHING_BEFORE)
                        .thenRunAsync(() -> runInTurn(attempt), THREADS)
                        .exceptionally(failure -> {
                            log.error("An alert ended unsettled", failure);
                            return null;
                        }));
    }

    private void runInTurn(Attempt attempt) {
        room.acquireUninterruptibly();
        try {
            run(attempt);
        } finally {
            room.release();
        }
    }

    private void run(Attempt attempt) {
        Alert alert = attempt.alert();
        Optional<Channel> channel = channels.find(alert.channel()).filter(Channel::enabled);
        if (channel.isEmpty()) {
            settled(alert, attempt.tries(), "the channel is gone");
            return;
        }
        Optional<Attempt> before = waiting.stream().filter(attempt::comesAfter).findFirst();
        if (before.isPresent()) {
            waiting.add(new Attempt(alert, attempt.tries(), before.get().due()));
            return;
        }
        Optional<String> problem = attempt(channel.get(), alert);
        Instant now = clock.instant();
        if (problem.isEmpty() || alert.at().plus(GIVEN_UP).isBefore(now)) {
            settled(
                    alert,
                    attempt.tries() + 1,
                    problem.map(why -> "given up: " + why).orElse(""));
            return;
        }
        log.warn("An alert was not taken by {}: {}", channel.get(), problem.get());
        noted(alert, attempt.tries() + 1, problem.get());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, attempt.tries()));
        waiting.add(new Attempt(alert, attempt.tries() + 1, now.plus(pause)));
    }

    private Optional<String> attempt(Channel channel, Alert alert) {
        try {
            Message message = wording.of(alert, channel.locale());
            for (Messenger messenger : messengers) {
                if (messenger.delivers(channel.kind())) {
                    messenger.deliver(channel, message);
                    return Optional.empty();
                }
            }
            return Optional.of("nobody delivers this kind");
        } catch (Undeliverable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("An alert could not be delivered", e);
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private void settled(Alert alert, int tries, String problem) {
        ledger.write("alert sent", database -> {
            database.sql(
                            "UPDATE alert_delivery SET sent_at = :now, attempts = :tries, problem = :problem WHERE id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("tries", tries)
                    .param("problem", problem)
                    .param("id", alert.id())
                    .update();
            underWay.remove(alert.id());
        });
    }

    private void noted(Alert alert, int tries, String problem) {
        ledger.write(
                "alert tried",
                database -> database.sql(
                                "UPDATE alert_delivery SET attempts = :tries, problem = :problem WHERE id = :id")
                        .param("tries", tries)
                        .param("problem", problem)
                        .param("id", alert.id())
                        .update());
    }

    @Scheduled(fixedDelay = 1000)
    void again() {
        Instant now = clock.instant();
        // Each is in its channel's lane before it waits no more, so that nothing later gets between.
        waiting.stream()
                .filter(attempt -> !attempt.due().isAfter(now))
                .sorted(Comparator.comparing(attempt -> attempt.alert().at()))
                .toList()
                .forEach(attempt -> {
                    start(attempt);
                    waiting.remove(attempt);
                });
    }

    @EventListener(DatabaseArrived.class)
    void takeUp() {
        database
                .sql("""
                        SELECT id, channel, incident, kind, created_at FROM alert_delivery
                        WHERE sent_at IS NULL AND created_at > :oldest ORDER BY created_at""")
                .param("oldest", Timestamp.from(clock.instant().minus(GIVEN_UP)))
                .query((row, _) -> new Left(
                        row.getObject("id", UUID.class),
                        row.getObject("channel", UUID.class),
                        row.getObject("incident", UUID.class),
                        Alert.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("created_at").toInstant()))
                .list()
                .stream()
                .filter(left -> underWay.add(left.id()))
                .forEach(left -> incidents
                        .find(left.incident())
                        .ifPresent(incident -> start(new Attempt(left.alert(incident), 0, clock.instant()))));
    }

    private record Left(UUID id, UUID channel, UUID incident, Alert.Kind kind, Instant at) {

        private Alert alert(Incident whole) {
            return new Alert(id, channel, whole, kind, at);
        }
    }
}
