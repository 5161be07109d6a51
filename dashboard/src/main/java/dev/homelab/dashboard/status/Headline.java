package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one sentence on top of everything.
 *
 * @param health the worst that is not explained by another
 */
public record Headline(Health health, Said said) {

    /** As many as one sentence names. */
    private static final int MOST = 6;

    public static Headline of(Picture picture) {
        List<CheckStatus> causes = picture.causes();
        if (causes.stream().anyMatch(cause -> !cause.settled())) {
            return new Headline(causes.getFirst().health(), Said.of("headline.looking", titles(causes)));
        }
        if (!causes.isEmpty()) {
            Health worst = causes.getFirst().health();
            return new Headline(worst, failing(worst, causes, picture.affected()));
        }
        List<CheckStatus> unknown = picture.checks().stream()
                .filter(check -> check.health() == Health.UNKNOWN && !check.paused())
                .toList();
        return unknown.isEmpty()
                ? new Headline(Health.UP, Said.of("headline.up"))
                : new Headline(Health.UNKNOWN, Said.of("headline.unknown", titles(unknown)));
    }

    private static Said failing(Health worst, List<CheckStatus> causes, List<CheckStatus> affected) {
        String key = "headline." + worst.key();
        String blamed =
                titles(causes.stream().filter(cause -> cause.health() == worst).toList());
        return affected.isEmpty() ? Said.of(key, blamed) : Said.of(key + ".affecting", blamed, titles(affected));
    }

    private static String titles(List<CheckStatus> checks) {
        String named = checks.stream()
                .limit(MOST)
                .map(check -> check.definition().title())
                .collect(Collectors.joining(", "));
        return checks.size() <= MOST ? named : named + ", … (+" + (checks.size() - MOST) + ")";
    }
}
