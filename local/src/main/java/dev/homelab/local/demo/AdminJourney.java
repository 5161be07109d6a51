package dev.homelab.local.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** An admin signs in, sees the ticket and the connections, and watches a service die and come back. */
record AdminJourney(DemoSystem system, Steps steps, BrowserWindow browser) {

    private static final double NOTICED_WITHIN_MILLIS = 10_000;
    private static final double BACK_WITHIN_MILLIS = 60_000;
    private static final List<String> PAGES = List.of(
            "/",
            "/checks/postgresql",
            "/incidents",
            "/connections",
            "/tickets",
            "/containers",
            "/backups",
            "/readiness",
            "/audit",
            "/account",
            "/settings/checks",
            "/settings/checks/new?kind=http",
            "/settings/maintenance",
            "/settings/alerts",
            "/settings/people",
            "/settings/tokens");

    void play() {
        Page page = browser.person();
        page.navigate(system.dashboardUrl());
        page.locator("#username").fill(system.environment().adminName());
        page.locator("#password").fill(system.environment().adminPassword());
        page.locator("main button").click();
        see(page.locator("#headline"), "Everything is up.", BACK_WITHIN_MILLIS);
        steps.done("an admin signs in to the dashboard, and everything is up");
        page.navigate(system.dashboardUrl() + "/tickets");
        see(page.locator("#tickets"), DiscordJourney.OPEN_TITLE, NOTICED_WITHIN_MILLIS);
        steps.done("the dashboard shows the open ticket");
        page.navigate(system.dashboardUrl() + "/connections");
        see(page.locator("#connections"), "twitch", NOTICED_WITHIN_MILLIS);
        steps.done("the dashboard shows the streamer's connections");
        ownCheck(page);
        if (!system.environment().usesRealDiscord()) {
            withDiscord(browser.person());
        }
        if (system.environment().backsUp()) {
            backUp(page);
        }
        page.navigate(system.dashboardUrl());
        killAndWatch(page, system.service("stream-bot"));
        everybodyCanReadIt(page);
    }

    private void everybodyCanReadIt(Page page) {
        page.locator(".incident a").first().click();
        page.waitForURL("**/incidents/*");
        String incident = page.url();
        new Accessibility(page, steps)
                .of(Stream.concat(PAGES.stream().map(path -> system.dashboardUrl() + path), Stream.of(incident))
                        .toList());
    }

    private void ownCheck(Page page) {
        page.navigate(system.dashboardUrl() + "/settings/checks/new?kind=disk");
        page.locator("input[name=title]").fill("Room for clips");
        page.locator("input[name=id]").fill("clips");
        page.locator("input[name=folder]").fill(".");
        page.locator("input[name=percent]").fill("1");
        page.locator("main form button").click();
        see(page.locator("h1"), "Room for clips", NOTICED_WITHIN_MILLIS);
        page.navigate(system.dashboardUrl() + "/settings/checks/clips");
        page.locator("input[name=title]").fill("Room for all clips");
        page.locator("main form button").click();
        see(page.locator("h1"), "Room for all clips", NOTICED_WITHIN_MILLIS);
        page.navigate(system.dashboardUrl() + "/settings/checks");
        page.locator("form[action='/settings/checks/clips/remove'] button").click();
        steps.awaitTrue(
                "they add a check, change it, and remove it",
                () -> page.locator("form[action='/settings/checks/clips/remove']")
                                .count()
                        == 0);
    }

    private void withDiscord(Page page) {
        page.navigate(system.dashboardUrl());
        page.locator("a[href='/sign-in/discord']").click();
        page.locator("button:has-text('Authorize as Ada')").click();
        see(page.locator("#headline"), "Everything is up.", NOTICED_WITHIN_MILLIS);
        steps.done("another admin signs in with Discord");
        page.navigate(system.dashboardUrl() + "/readiness");
        see(page.locator("main"), "Nobody is told when something breaks.", NOTICED_WITHIN_MILLIS);
        steps.done("the readiness page says what is left to do");
    }

    private void backUp(Page page) {
        page.navigate(system.dashboardUrl() + "/backups");
        int before = page.locator("tbody .state.up").count();
        page.locator("form[action='/backups'] button").click();
        steps.done("the admin asks for a backup");
        steps.awaitTrue("it was made, restored and found equal", () -> {
            page.navigate(system.dashboardUrl() + "/backups");
            return page.locator("tbody .state.up").count() > before;
        });
    }

    private void killAndWatch(Page page, SupervisedService service) {
        Locator card = page.locator("[data-check=stream-bot]");
        long killed = System.nanoTime();
        service.crash();
        steps.done("the stream-bot is killed");
        see(card, "down", NOTICED_WITHIN_MILLIS);
        Duration noticed = Duration.ofNanos(System.nanoTime() - killed);
        steps.done("the open page turns it red after %.1f s".formatted(noticed.toMillis() / 1000.0));
        see(page.locator("#headline"), "Down: stream-bot", NOTICED_WITHIN_MILLIS);
        steps.done("the headline names the one cause");
        see(page.locator("#headline"), "Everything is up.", BACK_WITHIN_MILLIS);
        steps.done("it was started again, and the open page is green again");
        page.navigate(system.dashboardUrl() + "/incidents");
        see(page.locator(".incident").first(), "stream-bot is down.", NOTICED_WITHIN_MILLIS);
        steps.done("one incident tells of it");
    }

    private static void see(Locator place, String text, double withinMillis) {
        try {
            PlaywrightAssertions.assertThat(place)
                    .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(withinMillis));
        } catch (AssertionError e) {
            throw new JourneyFailed("“" + text + "” did not appear within " + (long) withinMillis + " ms; there was: "
                    + place.textContent().strip().replaceAll("\\s+", " "));
        }
    }
}
