package dev.homelab.dashboard.web.check;

import dev.homelab.common.page.Moments;
import dev.homelab.dashboard.history.Tally;
import dev.homelab.dashboard.web.Reader;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Response times with their axes, 220 pixels high and as wide as there is room; where nothing is known, the lines have a gap.
 *
 * @param mean drawing commands of the line of means, in a field of 720 by 220 that is stretched to the width
 * @param most of the line of slowest answers
 * @param troubles of the fields behind, where it was down
 * @param times at percents of the width
 * @param millis at pixels from above
 */
record Chart(String mean, String most, String troubles, List<Mark> times, List<Mark> millis, boolean empty) {

    private static final double WIDTH = 720;
    private static final double TOP = 20;
    private static final double BOTTOM = 190;
    /** Percents at either end where a text would not have room. */
    private static final double MARGIN = 7;

    private static final int LINES = 4;
    private static final double SECOND = 1000;
    /** Ceilings whose quarter is a round number. */
    private static final double[] NICE = {2, 4, 8, 20};

    /** A mark on an axis. */
    record Mark(double at, String text) {}

    static Chart of(List<Tally> tallies, Range range, Instant now, Reader reader) {
        Instant from = now.minus(range.length());
        List<Tally> points = points(tallies, range);
        double ceiling = ceiling(points.stream()
                .filter(Tally::isKnown)
                .map(Tally::tookMost)
                .max(Long::compare)
                .map(Long::doubleValue)
                .orElse(0.0));
        StringBuilder mean = new StringBuilder();
        StringBuilder most = new StringBuilder();
        StringBuilder troubles = new StringBuilder();
        double width = WIDTH * range.step().toMillis() / range.length().toMillis();
        Instant last = Instant.MIN;
        for (Tally point : points) {
            double x = WIDTH * share(point.at(), from, range);
            char pen = last.plus(range.step()).isBefore(point.at()) ? 'M' : 'L';
            if (point.isKnown() && point.looks() > 0) {
                add(mean, pen, x, y(point.took().orElse(0), ceiling));
                add(most, pen, x, y((double) point.tookMost(), ceiling));
                last = point.at();
            }
            if (point.down() > 0) {
                troubles.append(String.format(
                        Locale.ROOT,
                        "M%.1f %.1fh%.1fV%.1fh-%.1fz",
                        x,
                        TOP,
                        Math.max(1, width),
                        BOTTOM,
                        Math.max(1, width)));
            }
        }
        return new Chart(
                mean.toString(),
                most.toString(),
                troubles.toString(),
                times(range, from, now, reader.moments()),
                millis(ceiling, reader.locale()),
                points.isEmpty());
    }

    /** Several pieces as one point, so that no line has more points than the eye can tell apart. */
    private static List<Tally> points(List<Tally> tallies, Range range) {
        TreeMap<Long, Tally> points = new TreeMap<>();
        long step = range.step().toMillis();
        for (Tally tally : tallies) {
            long start = Math.floorDiv(tally.at().toEpochMilli(), step) * step;
            points.merge(start, tally.startingAt(Instant.ofEpochMilli(start)), Tally::plus);
        }
        return List.copyOf(points.values());
    }

    private static void add(StringBuilder path, char pen, double x, double y) {
        path.append(String.format(Locale.ROOT, "%c%.1f %.1fh.1", pen, x, y));
    }

    private static double share(Instant at, Instant from, Range range) {
        double share =
                (double) ChronoUnit.MILLIS.between(from, at) / range.length().toMillis();
        return Math.clamp(share, 0, 1);
    }

    private static double y(double millis, double ceiling) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(1, millis / ceiling);
    }

    private static double ceiling(double most) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        for (double nice : NICE) {
            if (nice * magnitude >= most) {
                return Math.max((double) LINES, nice * magnitude);
            }
        }
        return LINES;
    }

    private static List<Mark> millis(double ceiling, Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        List<Mark> marks = new ArrayList<>();
        for (int line = 0; line <= LINES; line++) {
            double value = ceiling * line / LINES;
            String text = ceiling < SECOND ? format.format(value) + " ms" : format.format(value / SECOND) + " s";
            marks.add(new Mark(y(value, ceiling), text));
        }
        return marks;
    }

    private static List<Mark> times(Range range, Instant from, Instant now, Moments moments) {
        List<Mark> marks = new ArrayList<>();
        long tick = range.tick().toMillis();
        Instant at = Instant.ofEpochMilli(Math.ceilDiv(from.toEpochMilli(), tick) * tick);
        while (at.isBefore(now)) {
            double percent = 100 * share(at, from, range);
            if (percent >= MARGIN && percent <= 100 - MARGIN) {
                marks.add(new Mark(percent, range == Range.DAY ? moments.hour(at) : moments.dayOfYear(at)));
            }
            at = at.plus(range.tick());
        }
        return marks;
    }
}
