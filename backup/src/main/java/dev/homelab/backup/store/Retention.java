package dev.homelab.backup.store;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which backups are no longer needed; never the newest verified one, nor any that is newer, nor one of which nothing is known. */
@Component
public class Retention {

    private static final Duration ALL_KEPT = Duration.ofHours(24);

    private final RetentionSettings settings;

    Retention(RetentionSettings settings) {
        this.settings = settings;
    }

    /** Nothing, while no backup is verified. */
    public List<BackupId> surplus(List<Kept> all, Instant now) {
        List<Kept> backups = all.stream().filter(backup -> !backup.untold()).toList();
        Optional<BackupId> newestVerified =
                backups.stream().filter(Kept::isVerified).map(Kept::id).max(Comparator.naturalOrder());
        if (newestVerified.isEmpty()) {
            return List.of();
        }
        Set<BackupId> kept = new HashSet<>(daily(backups, now));
        kept.addAll(monthly(backups, now));
        return backups.stream()
                .map(Kept::id)
                .filter(id -> id.compareTo(newestVerified.get()) < 0 && !kept.contains(id))
                .toList();
    }

    /** The best of each day: the newest that is verified, or else the newest. */
    private Set<BackupId> daily(List<Kept> backups, Instant now) {
        List<Kept> recent = backups.stream()
                .filter(backup -> backup.at().isAfter(now.minus(Duration.ofDays(settings.days()))))
                .toList();
        Set<BackupId> kept =
                best(recent, backup -> backup.at().atOffset(ZoneOffset.UTC).toLocalDate());
        recent.stream()
                .filter(backup -> backup.at().isAfter(now.minus(ALL_KEPT)))
                .forEach(backup -> kept.add(backup.id()));
        return kept;
    }

    private Set<BackupId> monthly(List<Kept> backups, Instant now) {
        YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        List<Kept> wanted = backups.stream()
                .filter(Kept::isVerified)
                .filter(backup -> month(backup).isAfter(current.minusMonths(settings.months())))
                .toList();
        return settings.months() == 0 ? Set.of() : best(wanted, Retention::month);
    }

    private static YearMonth month(Kept backup) {
        return YearMonth.from(backup.at().atOffset(ZoneOffset.UTC));
    }

    private static Set<BackupId> best(List<Kept> backups, Function<Kept, Object> span) {
        Comparator<Kept> better = Comparator.comparing(Kept::isVerified).thenComparing(Kept::id);
        return backups.stream().collect(Collectors.groupingBy(span, Collectors.maxBy(better))).values().stream()
                .flatMap(Optional::stream)
                .map(Kept::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
