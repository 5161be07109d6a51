package dev.homelab.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import dev.homelab.local.demo.BrowserWindow;
import java.util.stream.IntStream;

/** An admin in a real Chromium, and how long a page takes until the first of its content is painted. */
final class FirstPaint implements AutoCloseable {

    private static final int VISITS = 20;
    /** Painting is told a moment after it was done. */
    private static final String PAINTED = """
            () => new Promise(tell => new PerformanceObserver(
                list => list.getEntriesByName('first-contentful-paint').forEach(paint => tell(paint.startTime)))
                .observe({type: 'paint', buffered: true}))""";

    private final BrowserWindow window = BrowserWindow.open();
    private final Page page = window.person();
    private final String address;

    FirstPaint(int port) {
        this.address = "http://localhost:" + port;
        page.navigate(address + "/sign-in");
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", AdminBrowser.PASSWORD);
        page.click("main form button");
        page.waitForURL(address + "/");
    }

    /** Milliseconds from leaving for the overview to its first content, in a window of a desktop, 1280 by 900. */
    double ofOverview() {
        return of(address + "/");
    }

    /** The same in a window as narrow as a phone's. */
    double ofOverviewOnPhone() {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(390, 844);
        try {
            return ofOverview();
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }

    /** The median of many visits, after as many to warm up: each from the same page, as another origin costs another process. */
    double of(String address) {
        IntStream.range(0, VISITS).forEach(_ -> visit(address));
        return IntStream.range(0, VISITS)
                .mapToDouble(_ -> visit(address))
                .sorted()
                .toArray()[VISITS / 2];
    }

    private double visit(String address) {
        page.navigate(address);
        return ((Number) page.evaluate(PAINTED)).doubleValue();
    }

    @Override
    public void close() {
        window.close();
    }
}
