package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.status.IncidentEntry.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens, changes and closes incidents by themselves. Those that are open are held in memory, so that none waits for PostgreSQL. */
@Component
public class Incidents {

    private final Board board;
    private final IncidentLog log;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Leftovers leftovers = new Leftovers();
    private final Awaited awaited = new Awaited();
    private final Outside outside = new Outside();
    private final Map<UUID, Incident> open = new LinkedHashMap<>();
    private Instant judged = Instant.MIN;

    Incidents(Board board, IncidentLog log, Clock clock, ApplicationEventPublisher events) {
        this.board = board;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /** Goes on with those that were open before the start, and ends at once what is over: nobody is to be told of it. */
    @EventListener(DatabaseArrived.class)
    void takeUp() {
        remember();
        judgeAnew();
    }

    private synchronized void remember() {
        for (Incident earlier : log.stillOpen()) {
            List.copyOf(open.values()).stream()
                    .filter(known ->
                            known.isAboutTheSameAs(earlier) && !known.id().equals(earlier.id()))
                    .forEach(known -> merge(known, earlier, clock.instant()));
            open.putIfAbsent(earlier.id(), earlier);
            awaited.expect(earlier, clock.instant());
        }
    }

    /** Oldest first. */
    public synchronized List<Incident> open() {
        return open.values().stream()
                .sorted(Comparator.comparing(Incident::openedAt))
                .toList();
    }

    @EventListener
    void boardChanged(BoardChanged changed) {
        judge(changed.picture());
    }

    /** Some things change by themselves: a maintenance ends, or what was left over stays. */
    @Scheduled(fixedDelay = 1000)
    void judgeAnew() {
        judge(board.picture());
    }

    /** A picture that was taken before one that was judged already would bring back what is over. */
    private synchronized void judge(Picture picture) {
        if (picture.at().isBefore(judged)) {
            return;
        }
        judged = picture.at();
        leftovers.forgetAllBut(picture);
        awaited.forgetThoseThatCameOrDoNotCome(picture);
        Trouble.in(picture).forEach(trouble -> judge(trouble, picture));
        Set<CheckId> failing = picture.failing();
        Predicate<CheckId> isOver = check -> !failing.contains(check) && !awaited.includes(check);
        List.copyOf(open.values()).stream()
                .filter(incident -> incident.origin().isEmpty())
                .forEach(incident ->
                        end(incident, picture, isOver).ifPresent(how -> close(incident, picture.at(), Said.of(how))));
        List.copyOf(open.values()).stream()
                .filter(incident -> !incident.origin().isEmpty() && outside.isSilent(incident, picture.at()))
                .forEach(incident ->
                        close(incident, picture.at(), Said.of("incident.entry.silent", Outside.SILENCE.toHours())));
        outside.leftBehind(open.keySet(), picture.at()).forEach(this::beginFromOutside);
        outside.forgetAllBut(open.keySet());
    }

    private void judge(Trouble trouble, Picture picture) {
        List<Incident> touched = open.values().stream()
                .filter(incident -> incident.origin().isEmpty() && trouble.touches(incident))
                .sorted(Comparator.comparing(Incident::openedAt))
                .toList();
        if (touched.isEmpty()) {
            begin(Incident.opened(picture.at(), trouble.severity(), trouble.newCauses(), trouble.newAffected()));
            return;
        }
        Incident before = touched.getFirst();
        touched.stream().skip(1).forEach(other -> merge(other, before, picture.at()));
        Incident after = leftovers.blame(before, trouble, picture.at()).joinedBy(trouble.newAffected());
        if (!after.equals(before)) {
            change(before, after);
        }
    }

    /** What is said of its end; empty while it goes on. */
    private Optional<String> end(Incident incident, Picture picture, Predicate<CheckId> isOver) {
        if (!incident.causes().stream().map(Cause::check).allMatch(isOver)) {
            return Optional.empty();
        }
        if (incident.affected().stream().map(Affected::check).allMatch(isOver)) {
            boolean isWatched = incident.causes().stream()
                    .anyMatch(cause -> picture.find(cause.check()).isPresent());
            return Optional.of(isWatched ? "incident.entry.closed" : "incident.entry.removed");
        }
        return leftovers.haveStayed(incident, picture) ? Optional.of("incident.entry.left") : Optional.empty();
    }

    private void begin(Incident incident) {
        open.put(incident.id(), incident);
        log.save(incident);
        incident.causes().forEach(cause -> tell(incident, Kind.OPENED, cause.said()));
        tellOfAffected(incident, incident.affected());
        events.publishEvent(new IncidentOpened(incident));
    }

    private void change(Incident before, Incident after) {
        open.put(after.id(), after);
        log.save(after);
        after.causes().stream()
                .filter(cause -> !before.isBlamedOn(cause.check()))
                .forEach(cause -> tell(after, Kind.CAUSE, Said.of("incident.entry.cause", cause.title())));
        tellOfAffected(
                after,
                after.affected().stream()
                        .filter(one -> !before.concerns(one.check()))
                        .toList());
        events.publishEvent(new IncidentChanged(before, after));
    }

    private void tellOfAffected(Incident incident, List<Affected> affected) {
        affected.forEach(one -> tell(incident, Kind.AFFECTED, Said.of("incident.entry.affected", one.title())));
    }

    private void close(Incident incident, Instant now, Said why) {
        events.publishEvent(new IncidentClosed(end(incident, now, why)));
    }

    private void merge(Incident incident, Incident into, Instant now) {
        outside.goOnWith(incident, into);
        events.publishEvent(new IncidentMerged(end(incident, now, Said.of("incident.entry.merged")), into));
    }

    private Incident end(Incident incident, Instant now, Said why) {
        Incident closed = incident.closed(now);
        open.remove(incident.id());
        log.save(closed);
        tell(closed, Kind.CLOSED, why);
        return closed;
    }

    private void tell(Incident incident, Kind kind, Said said) {
        log.add(incident.id(), new IncidentEntry(clock.instant(), kind, "", said));
    }

    /**
     * An alert from elsewhere: opens an incident for its cause, or none where one is open; what it says of a check of ours
     * that an open incident concerns already is added to that, which is then as severe.
     *
     * @param alert an incident with an origin
     * @param about which check of ours it speaks of; null for none
     */
    public synchronized void openFromOutside(Incident alert, @Nullable CheckId about) {
        Cause cause = alert.causes().getFirst();
        if (isToldAgain(alert.origin(), cause.check())) {
            return;
        }
        Optional<Incident> ours = open.values().stream()
                .filter(known -> about != null && known.origin().isEmpty() && known.concerns(about))
                .findFirst();
        ours.ifPresentOrElse(known -> join(known, alert), () -> beginFromOutside(alert));
    }

    private void beginFromOutside(Incident alert) {
        outside.end(alert.causes().getFirst().check());
        begin(alert);
        outside.hear(alert, clock.instant());
    }

    private void join(Incident ours, Incident alert) {
        Cause cause = alert.causes().getFirst();
        if (outside.joins(ours, alert)) {
            log.add(ours.id(), new IncidentEntry(clock.instant(), Kind.EVIDENCE, alert.origin(), cause.said()));
        }
        Incident after = ours.with(alert.severity(), ours.causes(), ours.affected());
        if (!after.equals(ours)) {
            change(ours, after);
        }
    }

    /** Whether an incident is open for an alert from elsewhere, which therefore goes on. */
    public synchronized boolean isToldAgain(String origin, CheckId cause) {
        List<Incident> known = outside(origin, cause).toList();
        known.forEach(incident -> outside.hear(incident, clock.instant()));
        return !known.isEmpty();
    }

    /** An alert from elsewhere is over. */
    public synchronized void closeFromOutside(String origin, CheckId cause) {
        outside.end(cause);
        outside(origin, cause)
                .toList()
                .forEach(incident -> close(incident, clock.instant(), Said.of("incident.entry.closed")));
    }

    private Stream<Incident> outside(String origin, CheckId cause) {
        return open.values().stream()
                .filter(incident -> incident.origin().equals(origin) && incident.isBlamedOn(cause));
    }
}
