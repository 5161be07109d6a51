package dev.homelab.local.discord;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.NOAH;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Worlds;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("hasChromium")
class PageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static DiscordSimulator discord;
    private static JDA jda;
    private static Playwright playwright;
    private static Browser browser;

    static boolean hasChromium() {
        return CHROMIUM.toFile().canExecute();
    }

    @BeforeAll
    static void start() throws InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new TicketBot());
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
        TextChannel general = Objects.requireNonNull(
                Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(Worlds.GENERAL));
        general.sendMessage("Welcome, **everybody**!")
                .setEmbeds(new EmbedBuilder()
                        .setTitle("Need help?")
                        .setDescription("Press the button and tell us.")
                        .addField("Hours", "9 to 17", true)
                        .setColor(0x5865F2)
                        .build())
                .setComponents(
                        ActionRow.of(Button.primary("open", "Open a ticket"), Button.secondary("deaf", "Silence")))
                .complete();
        jda.updateCommands()
                .addCommands(Commands.slash("echo", "Says it again")
                        .addOption(OptionType.STRING, "words", "What to say", true, true))
                .complete();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        browser.close();
        playwright.close();
        Bot.logout(jda);
        discord.close();
    }

    private static Page open(int width, int height) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.navigate(discord.pageUrl());
        return page;
    }

    @Test
    void aMemberOpensATicketThroughTheForm() {
        try (Page page = open(1200, 800)) {
            page.getByText("Open a ticket").click();
            page.getByLabel("Title").fill("No <b>sound</b>");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-modal.png")));
            page.getByText("Submit").click();
            assertThat(page.locator(".message.ephemeral").last()).containsText("Only you can see this");
            assertThat(page.locator(".message.ephemeral").last()).containsText("Opened #");
            page.locator("#channels .thread").first().click();
            assertThat(page.locator("#channel")).containsText("No <b>sound</b>");
            assertThat(page.locator("#messages")).containsText("Hello @Mia");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-thread.png")));
        }
    }

    @Test
    void showsWhatOthersSayAtOnceAndNeverAsHtml() {
        try (Page page = open(390, 780)) {
            assertThat(page.locator("#channel")).containsText("general");
            Channel general = discord.channel(COMMUNITY, "general");
            discord.as(NOAH).say(general, "<img src=x onerror=alert(1)> `code` https://example.test");
            assertThat(page.locator("#messages")).containsText("<img src=x onerror=alert(1)>");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-phone.png")));
        }
    }

    @Test
    void completesAndRunsASlashCommand() {
        try (Page page = open(1000, 700)) {
            assertThat(page.locator("#channel")).containsText("general");
            page.locator("#text").pressSequentially("/ec");
            page.getByText("Says it again").click();
            page.locator("#completions button").first().click();
            page.locator("#text").pressSequentially("hel");
            page.getByText("hello world").click();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-slash.png")));
            page.locator("#text").press("Enter");
            assertThat(page.locator(".message.ephemeral").last()).containsText("hello world");
        }
    }

    @Test
    void aFaultIsMadeFromThePanelOnAPhone() {
        try (Page page = open(390, 780)) {
            page.locator("#menu").click();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-menu.png")));
            page.getByText("Faults").click();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page-faults.png")));
            page.getByText("Reconnect").click();
            await().until(() -> discord.faults().gateway().resumes() > 0);
        }
    }

    @Test
    void saysThatTheApplicationDidNotRespond() {
        try (Page page = open(1200, 800)) {
            page.getByText("Silence").click();
            assertThat(page.locator(".failed")).containsText("This application did not respond");
        }
    }
}
