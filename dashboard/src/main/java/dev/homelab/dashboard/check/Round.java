package dev.homelab.dashboard.check;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One check on its way round and round. At most one look at a time: while one hangs beyond its time-out, those that would
 * follow are not begun but told as too slow, so that a target that never answers costs one thread.
 */
final class Round {

    /** How long after a look that found something wrong the next one comes, until that is believed. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    private final Definition definition;
    private final Probers probers;
    private final List<LookListener> listeners;
    private final Clock clock;
    private final Turns turns;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();
    private final AtomicBoolean wantedAgain = new AtomicBoolean();
    private volatile boolean retired;
    private volatile int failures;

    Round(Definition definition, Probers probers, List<LookListener> listeners, Clock clock, Turns turns) {
        this.definition = definition;
        this.probers = probers;
        this.listeners = listeners;
        this.clock = clock;
        this.turns = turns;
    }

    Definition definition() {
        return definition;
    }

    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
    }

    /** A look that begins now or, while another is under way, right after it. */
    void lookAnew() {
        wantedAgain.set(true);
        begin();
    }

    /** A look, unless one is under way. */
    void look() {
        if (!begin()) {
            tellOfHanging();
        }
    }

    private boolean begin() {
        if (retired) {
            return false;
        }
        Run run = new Run(clock.instant(), System.nanoTime());
        if (!running.compareAndSet(null, run)) {
            return false;
        }
        wantedAgain.set(false);
        run.on(Thread.ofVirtual().name(definition.id().value()).start(() -> ask(run)));
        turns.at(run.startedNanos() + definition.pace().timeout().toNanos(), () -> end(run));
        return true;
    }

    private void ask(Run run) {
        try {
            Finding finding = probers.ask(definition);
            if (run.tell()) {
                tell(run, finding);
            }
        } finally {
            running.set(null);
            if (wantedAgain.get()) {
                begin();
            }
        }
    }

    private void end(Run run) {
        if (run.tell()) {
            tell(run, Finding.down(Reason.TOO_SLOW));
            run.interrupt();
        }
    }

    private void tellOfHanging() {
        Run hanging = running.get();
        if (hanging != null && hanging.isTold()) {
            tell(new Run(clock.instant(), System.nanoTime()), Finding.down(Reason.TOO_SLOW));
        }
    }

    private void tell(Run run, Finding finding) {
        if (retired) {
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - run.startedNanos());
        Look look = new Look(definition.id(), finding, run.at(), took);
        listeners.forEach(listener -> listener.looked(definition, look));
        failures = finding.health() == Health.UP ? 0 : failures + 1;
        boolean inDoubt = failures > 0 && failures < definition.pace().failures();
        if (inDoubt && definition.pace().every().compareTo(SECOND_LOOK) > 0) {
            turns.at(System.nanoTime() + SECOND_LOOK.toNanos(), this::look);
        }
    }
}
