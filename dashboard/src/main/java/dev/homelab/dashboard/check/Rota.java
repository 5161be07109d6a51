package dev.homelab.dashboard.check;

import dev.homelab.dashboard.ledger.DatabaseArrived;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whose turn it is: each check by its own pace, on a virtual thread of its own, so that nobody waits for anybody. */
@Component
public class Rota implements SmartLifecycle {

    /** Up to so many begin within a second, more are spread over their pace, so that they never ask all at once. */
    private static final int FEW = 50;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Catalogue catalogue;
    private final Probers probers;
    private final List<LookListener> listeners;
    private final Clock clock;
    private final Timer lateness;
    private final Map<CheckId, Round> rounds = new HashMap<>();
    private @Nullable Turns turns;

    Rota(Catalogue catalogue, Probers probers, List<LookListener> listeners, Clock clock, MeterRegistry metrics) {
        this.catalogue = catalogue;
        this.probers = probers;
        this.listeners = listeners;
        this.clock = clock;
        this.lateness = Timer.builder("homelab.check.lateness")
                .description("From when a look was due to when it began")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    @EventListener
    void lookNow(LookWanted wanted) {
        round(wanted.check()).ifPresent(Round::lookAnew);
    }

    private synchronized Optional<Round> round(CheckId id) {
        return Optional.ofNullable(rounds.get(id));
    }

    @Override
    public void start() {
        synchronized (this) {
            turns = new Turns();
        }
        catalogue.reload();
        takeOver();
    }

    /** Before it runs, its start reads the checks anyway. */
    @EventListener(DatabaseArrived.class)
    void readAgain() {
        if (isRunning()) {
            catalogue.reload();
        }
    }

    @Override
    public synchronized void stop() {
        if (turns != null) {
            turns.close();
            turns = null;
        }
        rounds.values().forEach(Round::retire);
        rounds.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return turns != null;
    }

    @EventListener(CatalogueChanged.class)
    synchronized void takeOver() {
        if (turns == null) {
            return;
        }
        rounds.values().removeIf(this::isOutdated);
        for (Definition definition : catalogue.all()) {
            if (!rounds.containsKey(definition.id())) {
                begin(definition, turns);
            }
        }
    }

    private boolean isOutdated(Round round) {
        Definition definition = round.definition();
        boolean outdated =
                catalogue.find(definition.id()).filter(definition::equals).isEmpty();
        if (outdated) {
            round.retire();
        }
        return outdated;
    }

    private void begin(Definition definition, Turns turns) {
        Round round = new Round(definition, probers, listeners, clock, turns);
        rounds.put(definition.id(), round);
        long every = definition.pace().every().toNanos();
        long within = rounds.size() <= FEW ? Math.min(every, TimeUnit.SECONDS.toNanos(1)) : every;
        turn(round, turns, System.nanoTime() + Math.floorMod(definition.id().hashCode() * GOLDEN, within));
    }

    private void turn(Round round, Turns turns, long due) {
        turns.at(due, () -> {
            if (round.isRetired()) {
                return;
            }
            long late = System.nanoTime() - due;
            lateness.record(late, TimeUnit.NANOSECONDS);
            round.look();
            long every = round.definition().pace().every().toNanos();
            turn(round, turns, due + every * (1 + Math.max(0, late / every)));
        });
    }
}
