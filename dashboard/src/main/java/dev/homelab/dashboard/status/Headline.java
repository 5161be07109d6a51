package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import java.util.Comparator;
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

    /** Everything is up only where no check fails that is not under maintenance, and nobody outside tells of trouble. */
    public static Headline of(Picture picture, List<Incident> open) {
        List<Cause> told = open.stream()
                .filter(incident -> !incident.origin().isEmpty())
                .flatMap(incident -> incident.causes().stream())
                .sorted(Comparator.comparing(Cause::health))
                .toList();
        Headline own = of(picture);
        if (told.isEmpty()) {
            return own;
        }
        Health worst = told.getFirst().health();
        return worst.isWorseThan(own.health())
                ? new Headline(
                        worst,
                        Said.of(
                                "headline.told",
                                some(told.stream().map(Cause::title).toList())))
                : own;
    }

    private static Headline of(Picture picture) {
        List<CheckStatus> causes = picture.causes();
        if (causes.stream().anyMatch(cause -> !cause.settled())) {
            return new Headline(causes.getFirst().health(), Said.of("headline.looking", titles(causes)));
        }
        List<CheckStatus> affected = picture.affected();
        if (!causes.isEmpty()) {
            Health worst = causes.getFirst().health();
            return new Headline(worst, failing(worst, causes, dueTo(causes, affected)));
        }
        if (!affected.isEmpty()) {
            List<CheckStatus> away = picture.checks().stream()
                    .filter(check ->
                            affected.stream().anyMatch(one -> one.causes().contains(check.id())))
                    .toList();
            return new Headline(Health.DEGRADED, Said.of("headline.maintenance", titles(affected), titles(away)));
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

    /** What fails for others alone, which are under maintenance, is not for these to answer. */
    private static List<CheckStatus> dueTo(List<CheckStatus> causes, List<CheckStatus> affected) {
        return affected.stream()
                .filter(one -> causes.stream().map(CheckStatus::id).anyMatch(one.causes()::contains))
                .toList();
    }

    private static String titles(List<CheckStatus> checks) {
        return some(checks.stream().map(check -> check.definition().title()).toList());
    }

    private static String some(List<String> titles) {
        String named = titles.stream().limit(MOST).collect(Collectors.joining(", "));
        return titles.size() <= MOST ? named : named + ", … (+" + (titles.size() - MOST) + ")";
    }
}
