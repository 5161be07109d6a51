package dev.homelab.local.demo;

import com.microsoft.playwright.Page;
import dev.homelab.local.discord.world.Worlds;

/** Somebody signs in with Discord and reads what was said in a ticket, or does not get to see it. */
record TranscriptJourney(DemoSystem system, Steps steps, BrowserWindow browser) {

    void play() {
        String address = system.discordBotUrl() + "/tickets";
        Page mia = browser.person();
        mia.navigate(address);
        signIn(mia, Worlds.MIA);
        steps.awaitTrue(
                "the member signs in with Discord and sees their tickets",
                () -> mia.getByText(DiscordJourney.CLOSED_TITLE).count() > 0);
        mia.getByText(DiscordJourney.CLOSED_TITLE).first().click();
        steps.awaitTrue(
                "they read the transcript of the closed one",
                () -> mia.getByText("Found it, thank you!").count() > 0
                        && mia.getByText("It is pinned in #general.").count() > 0);
        Page noah = browser.person();
        noah.navigate(mia.url());
        signIn(noah, Worlds.NOAH);
        noah.waitForURL("**/transcripts/**");
        steps.require(noah.getByText("Found it, thank you!").count() == 0, "another member is not shown it");
    }

    /** From the page that asks to sign in, over Discord's own, back. */
    private static void signIn(Page page, long person) {
        page.locator("a[href='/tickets/sign-in/discord']").click();
        page.locator("button[name=user][value='" + person + "']").click();
    }
}
