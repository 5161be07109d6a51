package dev.homelab.dashboard.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.homelab.local.demo.BrowserWindow;
import dev.homelab.local.demo.DemoProblem;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an open page does in a real browser; left out where there is none. */
class OpenPageTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double SOON_MILLIS = 30_000;
    private static final String TOP = "<div id=\"top\" role=\"status\"><b>%s</b><i>Since noon</i></div>";
    private static final String ROW = "<li id=\"check-bot\"><a href=\"/checks/bot\">Bot</a> <span>%s</span></li>";

    /** Counts what was changed in the page. */
    private static final String WATCH = """
            () => { window.changes = 0; window.alarms = 0;
              new MutationObserver((seen) => { window.changes += seen.length; })
                .observe(document.querySelector("[data-live]"), { subtree: true, childList: true, characterData: true });
              new MutationObserver(() => { window.alarms += document.getElementById("stale").hidden ? 0 : 1; })
                .observe(document.getElementById("stale"), { attributes: true }); }""";

    private static BrowserWindow browser;

    private final LiveSite site = new LiveSite();

    @BeforeAll
    static void start() {
        try {
            browser = BrowserWindow.open();
        } catch (DemoProblem none) {
            Assumptions.abort(none.toString());
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Page open() {
        Page page = visit(TOP.formatted("Fine") + "<ul>" + ROW.formatted("up") + "</ul>");
        page.evaluate(WATCH);
        return page;
    }

    private Page visit(String content) {
        site.shows(content);
        Page page = browser.person();
        page.navigate(site.address());
        return page;
    }

    private Page follow() {
        Page page = open();
        await().atMost(SOON).until(() -> site.streams() == 1);
        return page;
    }

    private static void see(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS));
    }

    private static void appears(Locator place, boolean visible) {
        assertThat(place)
                .isVisible(new LocatorAssertions.IsVisibleOptions()
                        .setVisible(visible)
                        .setTimeout(SOON_MILLIS));
    }

    @Test
    void comesBackByItselfHoweverLongItsServerAnsweredWithErrors() {
        Page page = follow();
        double place = page.locator("#top").boundingBox().y;
        site.is(LiveSite.Mood.AWAY);
        site.endStreams();
        appears(page.locator("#stale"), true);
        assertThat(page.locator("#top").boundingBox().y).isEqualTo(place);
        await().atMost(SOON).until(() -> site.refused() > 2);

        site.shows(TOP.formatted("Missed"));
        site.is(LiveSite.Mood.WELL);
        see(page.locator("#top"), "Missed");
        await().atMost(SOON).until(() -> site.streams() == 1);
        site.patch(TOP.formatted("Told"));
        see(page.locator("#top"), "Told");
        appears(page.locator("#stale"), false);
    }

    @Test
    void saysNothingOfAStreamThatOnlyBeginsAnew() {
        Page page = follow();
        site.endStreams();
        await().atMost(SOON).until(() -> site.streams() == 1);
        site.patch(TOP.formatted("Told"));
        see(page.locator("#top"), "Told");
        assertThat(page.evaluate("window.alarms")).isEqualTo(0);
    }

    @Test
    void leadsToTheSignInWhenNobodyIsSignedInAnyMore() {
        Page page = follow();
        site.is(LiveSite.Mood.SIGNED_OUT);
        site.endStreams();
        page.waitForURL("**/sign-in");
    }

    @Test
    void leavesAloneWhatSaysTheSameAndKeepsTheFocusInWhatDoesNot() {
        Page page = follow();
        page.locator("#check-bot a").focus();
        site.patch(ROW.formatted("up"));
        site.patch(TOP.formatted("Fine"));
        site.patch(ROW.formatted("down"));
        see(page.locator("#check-bot"), "down");
        assertThat(page.evaluate("window.changes")).isEqualTo(1);
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Bot");

        site.patch("<li id=\"check-bot\"><b><a href=\"/checks/bot\">Our bot</a></b></li>");
        see(page.locator("#check-bot"), "Our bot");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Our bot");
    }

    @Test
    void renewsAnyOtherPageAndKeepsWhatSomebodyOpenedAndWrote() {
        site.asksEachSecond();
        Page page = open();
        site.shows(TOP.formatted("New") + "<details><summary>More</summary>Words</details>");
        see(page.locator("#top"), "New");
        page.locator("summary").click();
        page.locator("textarea").fill("Half");
        site.shows(TOP.formatted("Newer") + "<p>Hint</p><details><summary>More</summary>Other words</details>");
        see(page.locator("details"), "Other words");
        assertThat(page.evaluate("document.querySelector('details').open")).isEqualTo(true);
        assertThat(page.locator("textarea")).hasValue("Half");
        assertThat(page.locator("textarea")).isFocused();

        site.is(LiveSite.Mood.SIGNED_OUT);
        appears(page.locator("#ended"), true);
        assertThat(page.locator("textarea")).hasValue("Half");
    }

    @Test
    void keepsTheWordsOfSomebodyWhoseFormGoes() {
        site.asksEachSecond();
        Page page = visit("<p id=\"state\">open</p><section><form><textarea id=\"reply\"></textarea></form></section>");
        page.locator("#reply").fill("Half");

        site.shows("<p id=\"state\">closed</p>");
        see(page.locator("#state"), "closed");
        assertThat(page.locator("#reply")).hasValue("Half");

        page.locator("#reply").fill("");
        appears(page.locator("#reply"), false);
    }

    @Test
    void leavesStandingWhatIsSaidOnce() {
        site.asksEachSecond();
        Page page = visit("<p class=\"once\" id=\"begun\">It has begun.</p><p id=\"state\">none</p>");

        site.shows("<p>Under way.</p><p id=\"state\">one</p>");
        see(page.locator("#state"), "one");
        assertThat(page.locator("#begun")).hasText("It has begun.");
    }
}
