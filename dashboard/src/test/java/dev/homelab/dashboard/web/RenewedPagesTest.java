package dev.homelab.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.local.demo.BrowserWindow;
import dev.homelab.local.demo.DemoProblem;
import dev.homelab.local.spring.WithServers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages themselves in a real browser; left out where there is none. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithServers({WithServers.Server.POSTGRES, WithServers.Server.REDIS, WithServers.Server.S3})
class RenewedPagesTest {

    private static final BotDouble BOTS = new BotDouble();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final double SOON_MILLIS = 20_000;

    /** Writes down which elements come or go. */
    private static final String WATCH = """
            () => { window.moved = [];
              new MutationObserver((seen) => seen.forEach((one) => [...one.addedNodes, ...one.removedNodes]
                  .filter((node) => node.nodeType === 1).forEach((node) => window.moved.push(node.outerHTML))))
                .observe(document.querySelector("main"), { subtree: true, childList: true }); }""";

    private static final CheckId BOT = new CheckId("discord-bot");

    private final String address;
    private final Board board;
    private final Incidents incidents;

    @Autowired
    RenewedPagesTest(@LocalServerPort int port, Board board, Incidents incidents) {
        this.address = "http://localhost:" + port;
        this.board = board;
        this.incidents = incidents;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        BOTS.join(registry);
        registry.add("homelab.status-page.enabled", () -> "true");
        registry.add("homelab.status-page.checks", () -> "discord");
    }

    @AfterAll
    static void stop() {
        BOTS.close();
    }

    @Test
    void renewThemselvesWithoutMovingAndWithoutAnythingThatTheBrowserRefuses() {
        try (BrowserWindow browser = BrowserWindow.open()) {
            PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MILLIS);
            List<String> refused = new CopyOnWriteArrayList<>();
            Page page = browser.person();
            page.onConsoleMessage(message -> refused.add(message.type() + ": " + message.text()));
            page.onPageError(refused::add);
            await().atMost(SOON)
                    .until(() -> board.picture()
                            .find(BOT)
                            .filter(bot -> bot.health() == Health.UP)
                            .isPresent());
            BOTS.ready(false);
            await().atMost(SOON).until(() -> !incidents.open().isEmpty());
            signIn(page);
            page.waitForResponse("**/live?since=*", () -> page.navigate(address + "/"));
            page.clock().install();
            String incident = "/incidents/" + incidents.open().getFirst().id();
            for (String path : List.of(
                    "/checks/disk",
                    "/incidents",
                    incident,
                    "/containers",
                    "/groups/machine",
                    "/status",
                    "/connections",
                    "/tickets",
                    "/tickets/" + BotDouble.TICKET_ID,
                    "/tickets/doctor",
                    "/backups",
                    "/audit")) {
                assertThat(moved(page, path)).as(path).isEqualTo(List.of());
            }
            renewed(page, "/readiness"); // what it says goes on changing
            keepsWords(page, incident);
            assertThat(refused).isEmpty();
        } catch (DemoProblem none) {
            Assumptions.abort(none.toString());
        }
    }

    private void signIn(Page page) {
        page.navigate(address + "/sign-in");
        page.locator("#username").fill("admin");
        page.locator("#password").fill(BotDouble.ADMIN_PASSWORD);
        page.locator("main button").click();
        page.waitForURL(address + "/");
    }

    /** What a page says may change in the very moment; then it is looked at once more. */
    private Object moved(Page page, String path) {
        Object moved = renewed(page, path);
        return moved.equals(List.of()) ? moved : renewed(page, path);
    }

    private Object renewed(Page page, String path) {
        page.navigate(address + path);
        page.evaluate(WATCH);
        page.evaluate("document.querySelector('main h1').firstChild.data = 'From before'");
        page.clock().fastForward(60_000);
        assertThat(page.locator("main h1")).not().containsText("From before");
        assertThat(page.locator("#stale")).isHidden();
        return page.evaluate("window.moved");
    }

    private void keepsWords(Page page, String incident) {
        page.navigate(address + incident);
        page.locator("textarea").fill("Half a note");
        BOTS.ready(true);
        await().atMost(SOON).until(() -> incidents.open().isEmpty());
        await().atMost(SOON).pollInSameThread().until(() -> {
            page.clock().fastForward(60_000);
            return page.locator(".story").textContent().contains("All of it is up again.");
        });
        assertThat(page.locator("textarea")).hasValue("Half a note");
        page.locator("form[action$='/notes'] button").click();
        assertThat(page.locator(".story li").last()).containsText("Half a note");
    }
}
