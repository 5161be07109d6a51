package dev.homelab.dashboard.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check as people write it, in JSON: all but the first three may be left out.
 *
 * @param every in seconds, 60 unless said
 * @param timeoutMillis 5,000 unless said, or {@code every} where that is less
 * @param failures looks in a row until a worse state is believed, 2 unless said
 * @param successes looks in a row until a better state is believed, 2 unless said
 */
public record Wanted(
        CheckId id,
        String title,
        Target target,
        @Nullable String group,
        @Nullable Integer every,
        @Nullable Integer timeoutMillis,
        @Nullable Integer failures,
        @Nullable Integer successes,
        @Nullable List<CheckId> needs,
        @Nullable Severity severity,
        @Nullable Boolean open) {

    private static final int EVERY = 60;
    private static final int TIMEOUT = 5000;
    private static final int IN_A_ROW = 2;

    /**
     * The check, whole.
     *
     * @throws InvalidCheck where something is missing or cannot be
     */
    public Definition definition(Owner owner) {
        if (id == null || title == null || target == null || target instanceof Target.Own) {
            throw new InvalidCheck(Said.of("invalid.incomplete"));
        }
        Duration pause = Duration.ofSeconds(or(every, EVERY));
        Pace pace = new Pace(
                pause,
                Duration.ofMillis(or(timeoutMillis, Math.toIntExact(Math.min(TIMEOUT, pause.toMillis())))),
                or(failures, IN_A_ROW),
                or(successes, IN_A_ROW));
        return new Definition(
                id,
                title,
                or(group, "more"),
                target,
                pace,
                Set.copyOf(or(needs, List.of())),
                or(severity, Severity.WARNING),
                or(open, false),
                owner);
    }

    /** As somebody would write that check; empty for the system's own, which nobody does. */
    public static Optional<Wanted> of(Definition definition) {
        return definition.target() instanceof Target.Own
                ? Optional.empty()
                : Optional.of(new Wanted(
                        definition.id(),
                        definition.title(),
                        definition.target(),
                        definition.group(),
                        Math.toIntExact(definition.pace().every().toSeconds()),
                        Math.toIntExact(definition.pace().timeout().toMillis()),
                        definition.pace().failures(),
                        definition.pace().successes(),
                        definition.needs().stream().sorted().toList(),
                        definition.severity(),
                        definition.open()));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Optional.ofNullable(value).orElse(otherwise);
    }
}
