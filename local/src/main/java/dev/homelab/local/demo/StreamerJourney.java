package dev.homelab.local.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A streamer signs in with Twitch, links the other two, and unlinks one. */
record StreamerJourney(DemoSystem system, Steps steps, BrowserWindow browser) {

    private static final String ACCOUNT = "lumen";

    void play() {
        Page page = browser.person();
        page.navigate(system.streamBotUrl() + "/sign-in/twitch");
        allow(page);
        steps.require(
                page.url().endsWith("/connections"), "a streamer signs in with Twitch and sees their connections");
        for (String platform : new String[] {"youtube", "kick"}) {
            page.locator("form[action='/connections/" + platform + "'] button").click();
            allow(page);
            steps.require(
                    unlinkButtons(page).count() > 0 && page.url().endsWith("/connections"), "they link " + platform);
        }
        steps.require(unlinkButtons(page).count() == 3, "three platforms are linked");
        unlinkButtons(page).last().click();
        steps.awaitTrue(
                "they unlink one, and two are left", () -> unlinkButtons(page).count() == 2);
    }

    /** The platform's own consent page: choose the account, allow. */
    private static void allow(Page page) {
        page.locator("input[name=account][value=" + ACCOUNT + "]").check();
        page.locator("button[value=allow]").click();
    }

    private static Locator unlinkButtons(Page page) {
        return page.locator("form[action$='/unlink'] button");
    }
}
