package dev.homelab.dashboard.web;

import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Ninety days as bars in a field of 90 by 20, oldest day left. A day in which nobody looked stays empty.
 *
 * @param fields one for each tone that some day has
 * @param bad how many days had an outage
 */
public record Bars(List<Field> fields, int bad) {

    /**
     * All days of one tone.
     *
     * @param tone up, warn or down
     * @param path the drawing commands of an SVG path
     */
    public record Field(String tone, String path) {}

    public static final int DAYS = 90;

    private static final int WELL = 999;

    /** Days in a row that were alike are one field; the style sheet cuts it into days. */
    public static Bars of(Past past, Instant now) {
        Kind[] kinds = kinds(past, now);
        Map<Kind, StringBuilder> paths = new EnumMap<>(Kind.class);
        int x = 0;
        while (x < DAYS) {
            int end = x + 1;
            while (end < DAYS && kinds[end] == kinds[x]) {
                end++;
            }
            int days = end - x;
            if (kinds[x] != Kind.EMPTY) {
                paths.computeIfAbsent(kinds[x], _ -> new StringBuilder())
                        .append("M%d 0h%dv20h-%dz".formatted(x, days, days));
            }
            x = end;
        }
        int bad = (int) Arrays.stream(kinds).filter(kind -> kind == Kind.DOWN).count();
        return new Bars(
                paths.entrySet().stream()
                        .map(path ->
                                new Field(path.getKey().tone, path.getValue().toString()))
                        .toList(),
                bad);
    }

    private static Kind[] kinds(Past past, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Kind[] kinds = new Kind[DAYS];
        Arrays.fill(kinds, Kind.EMPTY);
        for (Tally day : past.days()) {
            long x = DAYS - 1 - ChronoUnit.DAYS.between(day.at(), today);
            if (x >= 0 && x < DAYS) {
                kinds[(int) x] = kind(day);
            }
        }
        return kinds;
    }

    /** A day with some outage is degraded, one that was down for more than a thousandth of what is known is down. */
    private static Kind kind(Tally day) {
        long known = day.up() + day.degraded() + day.down();
        if (known == 0) {
            return Kind.EMPTY;
        }
        if ((known - day.down()) * 1000 / known < WELL) {
            return Kind.DOWN;
        }
        return day.down() > 0 || day.degraded() * 10 > known ? Kind.DEGRADED : Kind.UP;
    }

    private enum Kind {
        UP("up"),
        DEGRADED("warn"),
        DOWN("down"),
        EMPTY("");

        private final String tone;

        Kind(String tone) {
            this.tone = tone;
        }
    }
}
