package dev.homelab.dashboard.web;

import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Ninety days as bars: the drawing commands of one SVG path for each state, in a field of 90 by 20, oldest day left. A day in which
 * nobody looked stays empty.
 *
 * @param bad how many days had an outage
 */
public record Bars(String up, String degraded, String down, int bad) {

    public static final int DAYS = 90;

    private static final int WELL = 999;

    public static Bars of(Past past, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Map<Kind, StringBuilder> paths = new HashMap<>();
        int bad = 0;
        for (Tally day : past.days()) {
            long x = DAYS - 1 - ChronoUnit.DAYS.between(day.at(), today);
            Kind kind = kind(day);
            if (x >= 0 && x < DAYS && kind != Kind.EMPTY) {
                paths.computeIfAbsent(kind, _ -> new StringBuilder())
                        .append('M')
                        .append(x)
                        .append(" 0h.75v20h-.75z");
                bad += kind == Kind.DOWN ? 1 : 0;
            }
        }
        return new Bars(path(paths, Kind.UP), path(paths, Kind.DEGRADED), path(paths, Kind.DOWN), bad);
    }

    private static String path(Map<Kind, StringBuilder> paths, Kind kind) {
        return paths.getOrDefault(kind, new StringBuilder()).toString();
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
        UP,
        DEGRADED,
        DOWN,
        EMPTY
    }
}
