package dev.homelab.dashboard.status;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The worst state, and the one cause of it in a sentence. */
public record Headline(Health worst, String sentence) {

    static Headline of(List<PartStatus> parts) {
        Health worst = parts.stream()
                .map(PartStatus::health)
                .min(Comparator.naturalOrder())
                .orElse(Health.UNKNOWN);
        return new Headline(worst, sentence(worst, parts));
    }

    private static String sentence(Health worst, List<PartStatus> parts) {
        return switch (worst) {
            case UP -> "Everything is up.";
            case UNKNOWN -> "Not everything has been looked at yet.";
            case DOWN, AFFECTED -> failure(parts);
        };
    }

    private static String failure(List<PartStatus> parts) {
        String down = names(parts, Health.DOWN);
        String affected = names(parts, Health.AFFECTED);
        return affected.isEmpty() ? "Down: " + down + "." : "Down: " + down + ". Affected by it: " + affected + ".";
    }

    private static String names(List<PartStatus> parts, Health health) {
        return parts.stream()
                .filter(status -> status.health() == health)
                .map(status -> status.part().title())
                .collect(Collectors.joining(", "));
    }
}
