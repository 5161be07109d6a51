package dev.homelab.local.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.world.Worlds;
import java.util.List;
import java.util.Map;

/** A streamer signs in with Twitch, links the others, grants what was missing, links a dead one again, and unlinks one. */
record StreamerJourney(DemoSystem system, Steps steps, BrowserWindow browser) {

    private static final String ACCOUNT = "lumen";
    private static final int SHORT_LIFE_SECONDS = 10;
    private static final int USUAL_LIFE_SECONDS = 7200;

    void play() {
        Page page = browser.person();
        page.navigate(system.streamBotUrl() + "/sign-in/twitch");
        allow(page);
        steps.require(
                page.url().endsWith("/connections"), "a streamer signs in with Twitch and sees their connections");
        grantPartly(page);
        if (!system.environment().usesRealDiscord()) {
            linkDiscord(page);
        }
        linkAndLose(page);
        int linked = unlinkButtons(page).count();
        steps.require(linked >= 3, "three platforms are linked");
        unlinkButtons(page).last().click();
        steps.awaitTrue(
                "they unlink one, and the others are left",
                () -> unlinkButtons(page).count() == linked - 1);
        new Accessibility(page, steps)
                .of(List.of(system.streamBotUrl() + "/connections", system.streamBotUrl() + "/account"));
    }

    /** Google lets people untick what they do not want to allow. */
    private void grantPartly(Page page) {
        link(page, "youtube");
        page.locator("input[name=scope][value*='youtube.readonly']").uncheck();
        allow(page);
        steps.require(
                missing(page).count() == 1,
                "they link YouTube without its channel, and the page names what is missing");
        card(page, "youtube")
                .locator("form[action='/connections/youtube'] button")
                .click();
        allow(page);
        steps.require(missing(page).count() == 0, "they grant it with one button");
    }

    private void linkDiscord(Page page) {
        link(page, "discord");
        page.locator("button:has-text('Authorize as Mia')").click();
        page.waitForURL("**/connections");
        steps.require(page.url().endsWith("/connections"), "they link Discord, to be told there");
    }

    private boolean isTold() {
        DiscordSimulator discord = system.world().discord();
        return discord.world()
                .locked(() -> discord.world().channels().directOf(Worlds.MIA).stream()
                        .flatMap(channel -> channel.messages().stream())
                        .anyMatch(message -> message.content().contains("Kick")));
    }

    /** Kick ends the grant; the bot finds out when it renews the token. */
    private void linkAndLose(Page page) {
        simulator(page, "lifetimes", Map.of("platform", "kick", "access", SHORT_LIFE_SECONDS));
        link(page, "kick");
        allow(page);
        simulator(page, "lifetimes", Map.of("platform", "kick", "access", USUAL_LIFE_SECONDS));
        steps.require(page.url().endsWith("/connections"), "they link Kick");
        simulator(page, "grants/revoke", Map.of("platform", "kick", "account", ACCOUNT));
        steps.awaitTrue("Kick ends the grant, and the page says to link again", () -> {
            page.reload();
            return page.locator(".state.down").count() == 1;
        });
        if (!system.environment().usesRealDiscord()) {
            steps.awaitTrue("and a direct message on Discord says it too", this::isTold);
        }
        card(page, "kick").locator("form[action='/connections/kick'] button").click();
        allow(page);
        steps.require(page.locator(".state.down").count() == 0, "they link it again");
    }

    private void simulator(Page page, String lever, Map<String, Object> data) {
        page.request()
                .post(
                        system.platformsUrl() + "/simulator/" + lever,
                        RequestOptions.create().setData(data));
    }

    private static void link(Page page, String platform) {
        page.locator("form[action='/connections/" + platform + "'] button").click();
    }

    /** The platform's own consent page: choose the account, allow, and be led back. */
    private static void allow(Page page) {
        page.locator("input[name=account][value=" + ACCOUNT + "]").check();
        page.locator("button[value=allow]").click();
        page.waitForURL("**/connections");
    }

    private static Locator card(Page page, String platform) {
        return page.locator("section.card:has(form[action='/connections/" + platform + "'])");
    }

    private static Locator missing(Page page) {
        return page.locator("section.card ul li");
    }

    private static Locator unlinkButtons(Page page) {
        return page.locator("form[action$='/unlink'] button");
    }
}
