package dev.homelab.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import dev.homelab.local.demo.BrowserWindow;

/** An admin in a real Chromium, and how long a page takes until the first of its content is painted. */
final class FirstPaint implements AutoCloseable {

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

    /** Milliseconds from leaving for the overview to its first content. */
    double ofOverview() {
        return of(address + "/");
    }

    /** The same of another page. */
    double of(String place) {
        page.navigate(place);
        return ((Number) page.evaluate(PAINTED)).doubleValue();
    }

    /** Makes visits in a window as narrow as a phone's, 390 by 844, instead of a desktop's, 1280 by 900. */
    void onPhone(Runnable visits) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(390, 844);
        try {
            visits.run();
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }

    @Override
    public void close() {
        window.close();
    }
}
