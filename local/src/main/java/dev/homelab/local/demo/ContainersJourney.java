package dev.homelab.local.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.homelab.local.discord.world.Worlds;
import java.util.Map;

/**
 * {@code main} of a journey through the stack of {@code docker-compose.demo.yml}, from outside and over HTTPS. The
 * environment names what differs from the usual: {@code SITE_URL}, {@code ADMIN_URL}, and {@code ADMIN_PASSWORD}.
 */
record ContainersJourney(Map<String, String> own, Steps steps, BrowserWindow browser) {

    private static final String TITLE = "Through the proxy";
    private static final String ACCOUNT = "lumen";

    static void main() {
        Console console = new Console();
        Steps steps = new Steps(console);
        try (BrowserWindow browser = BrowserWindow.open()) {
            new ContainersJourney(System.getenv(), steps, browser).play();
            steps.summary(0);
        } catch (DemoProblem | JourneyFailed | PlaywrightException failed) {
            steps.failed(String.valueOf(failed.getMessage()));
            steps.summary(1);
            System.exit(1);
        }
    }

    private void play() {
        openTicket(new DiscordPage(browser.person()));
        readTickets(browser.person());
        link(browser.person());
        lookAfter(browser.person());
    }

    private void openTicket(DiscordPage discord) {
        steps.awaitTrue("the bot has posted its panel", () -> discord.hasPanel(Worlds.MIA));
        String title = TITLE + " " + discord.threads(Worlds.MIA, TITLE);
        discord.openTicket(Worlds.MIA, title);
        steps.awaitTrue("a member opens a ticket", () -> discord.threads(Worlds.MIA, title) == 1);
    }

    private void readTickets(Page page) {
        page.navigate(site() + "/tickets");
        page.locator("a[href='/tickets/sign-in/discord']").click();
        page.locator("button[name=user][value='" + Worlds.MIA + "']").click();
        steps.awaitTrue(
                "they sign in with Discord and see it among their tickets",
                () -> page.getByText(TITLE).count() > 0);
    }

    private void link(Page page) {
        page.navigate(site() + "/sign-in/twitch");
        allow(page);
        steps.require(page.url().equals(site() + "/connections"), "a streamer signs in with Twitch");
        if (page.locator("form[action='/connections/kick']").count() > 0) {
            page.locator("form[action='/connections/kick'] button").click();
            allow(page);
        }
        steps.require(page.locator("form[action$='/unlink'] button").count() >= 2, "and has linked Kick");
    }

    /** The platform's own consent page: choose the account, allow, and be led back. */
    private static void allow(Page page) {
        page.locator("input[name=account][value=" + ACCOUNT + "]").check();
        page.locator("button[value=allow]").click();
        page.waitForURL("**/connections");
    }

    private void lookAfter(Page page) {
        String admin = own.getOrDefault("ADMIN_URL", "https://admin.localhost");
        page.navigate(admin);
        page.locator("#username").fill("admin");
        page.locator("#password").fill(own.getOrDefault("ADMIN_PASSWORD", ""));
        page.locator("main button").click();
        steps.awaitTrue(
                "an admin signs in to the dashboard, and everything is up",
                () -> page.locator("#headline").textContent().contains("Everything is up."));
        page.navigate(admin + "/tickets");
        steps.awaitTrue("they see the ticket", () -> page.getByText(TITLE).count() > 0);
        page.navigate(admin + "/connections");
        steps.awaitTrue(
                "they see the streamer's links", () -> page.getByText(ACCOUNT).count() > 0);
    }

    private String site() {
        return own.getOrDefault("SITE_URL", "https://localhost");
    }
}
