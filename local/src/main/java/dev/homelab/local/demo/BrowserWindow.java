package dev.homelab.local.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium with a fresh profile; Playwright's own download of a browser is never tried. */
public final class BrowserWindow implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private BrowserWindow(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts the Chromium of this machine.
     *
     * @throws DemoProblem when it has none
     */
    public static BrowserWindow open() {
        Path chromium = chromium()
                .orElseThrow(() -> new DemoProblem(
                        "This needs Chromium and found none: apt-get install chromium, or set CHROMIUM to it."));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(QUIET));
        return new BrowserWindow(playwright, browser);
    }

    /** A person of their own: nobody else's cookies. The authority that signs for localhost is known to no browser. */
    public Page person() {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setIgnoreHTTPSErrors(true))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    private static Optional<Path> chromium() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
