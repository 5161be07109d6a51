package dev.homelab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** How fast a dashboard's overview comes, visit by visit, and what the browser takes for pages without anything. Milliseconds. */
final class OverviewVisits implements AutoCloseable {

    private static final int REQUESTS = 20;
    private static final int VISITS = 6;
    private static final int WARMING_UP = 2;

    private final AdminBrowser admin;
    private final FirstPaint window;
    private final PlainPages plain = new PlainPages();
    private final List<Double> firstBytes = new ArrayList<>();
    private final List<Double> desktop = new ArrayList<>();
    private final List<Double> phone = new ArrayList<>();
    private final List<Double> text = new ArrayList<>();
    private final List<Double> word = new ArrayList<>();

    OverviewVisits(int port) {
        this.admin = new AdminBrowser(port);
        this.window = new FirstPaint(port);
    }

    /** Several visits that do not count. */
    void warmUp() {
        for (int i = 0; i < WARMING_UP; i++) {
            come();
        }
        List.of(firstBytes, desktop, phone, text, word).forEach(List::clear);
    }

    void come() {
        repeat(REQUESTS, () -> admin.firstByte("/"), firstBytes);
        repeat(VISITS, window::ofOverview, desktop);
        repeat(VISITS, () -> window.of(plain.text()), text);
        repeat(VISITS, () -> window.of(plain.word()), word);
        window.onPhone(() -> repeat(VISITS, window::ofOverview, phone));
    }

    private static void repeat(int times, DoubleSupplier visit, List<Double> taken) {
        DoubleStream.generate(visit).limit(times).forEach(taken::add);
    }

    /** Until the first byte of its body, the median. */
    double firstByte() {
        return median(firstBytes);
    }

    /** Until its first content is painted in a window of 1280 by 900, the median. */
    double desktop() {
        return median(desktop);
    }

    /** The same in a window of 390 by 844. */
    double phone() {
        return median(phone);
    }

    /** The same of text alone that fills a desktop's window. */
    double text() {
        return median(text);
    }

    /** The same of one word. */
    double word() {
        return median(word);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public String toString() {
        return "first byte %.1f ms, first paint %.0f ms, on a phone %.0f ms, of text alone %.0f ms, of a word %.0f ms"
                .formatted(firstByte(), desktop(), phone(), text(), word());
    }

    @Override
    public void close() {
        plain.close();
        window.close();
    }
}
