package dev.homelab.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignedIn;
import dev.homelab.local.spring.WithServers;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@WithServers({WithServers.Server.POSTGRES, WithServers.Server.REDIS, WithServers.Server.S3})
class DashboardTest {

    private static final BotDouble BOTS = new BotDouble();
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Pattern PLANNED = Pattern.compile("/settings/maintenance/([0-9a-f-]{36})\"");

    private static final Pattern KEPT = Pattern.compile("(?:href|src)=\"([^\"]*\\.(?:css|js))\"");

    private final MockMvcTester browser;

    DashboardTest(@Autowired MockMvcTester browser) {
        this.browser = browser;
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
    void showsEverythingUp() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page())
                        .contains("Everything is up.")
                        .contains("Connected as Homelab in 1 server(s).")
                        .contains("2 links are alive."));
    }

    @Test
    void turnsABotRedAndGreenAgain() {
        await().atMost(SOON).untilAsserted(() -> assertThat(page()).contains("Everything is up."));

        BOTS.ready(false);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page())
                        .contains("data-check=\"discord-bot\" data-health=\"down\"")
                        .contains("Runs, but is not ready. It lacks: db"));

        BOTS.ready(true);
        await().atMost(SOON).untilAsserted(() -> assertThat(page()).contains("Everything is up."));
    }

    @Test
    void sendsAStrangerToTheSignIn() {
        assertThat(browser.get().uri("/")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in");
    }

    @Test
    void letsTheAdminInWithThePasswordAndNobodyElse() {
        assertThat(browser.perform(formLogin("/sign-in").user("admin").password(BotDouble.ADMIN_PASSWORD)))
                .hasRedirectedUrl("/");
        assertThat(browser.perform(formLogin("/sign-in").user("admin").password("guessed")))
                .hasRedirectedUrl("/sign-in?error");
    }

    @Test
    void letsNoScriptFromElsewhereRun() {
        MockHttpServletResponse answer =
                browser.get().uri("/sign-in").exchange().getResponse();

        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void letsBrowsersKeepStyleSheetsAndScriptsUnderAddressesThatChangeWithThem() throws UnsupportedEncodingException {
        List<String> kept =
                KEPT.matcher(page()).results().map(found -> found.group(1)).toList();

        assertThat(kept).hasSize(3).allMatch(address -> address.matches("/homelab/[a-z]+-[0-9a-f]{32}\\.(css|js)"));
        for (String address : kept) {
            assertThat(browser.get().uri(address)).hasStatusOk().hasHeader("Cache-Control", "max-age=31536000, public");
        }
    }

    @Test
    void showsStrangersTitlesAndStatesOfWhatWasChosenAndNothingElse() throws UnsupportedEncodingException {
        await().atMost(SOON).untilAsserted(() -> assertThat(page()).contains("Everything is up."));
        String shown = browser.get().uri("/status").exchange().getResponse().getContentAsString();

        assertThat(shown)
                .contains("Discord", "As of</span> <time datetime=", "data-again=\"60\"")
                .doesNotContain("PostgreSQL", "Connected as Homelab")
                .doesNotContainPattern("(?<!:)15\\."); // a version; a second looks like it
        assertThat(browser.get().uri("/badges/discord.svg"))
                .hasStatusOk()
                .bodyText()
                .contains("<svg", "Discord", "up");
        assertThat(browser.get().uri("/badges/postgresql.svg")).hasStatus(404);
    }

    @Test
    void changesAndRemovesAChecksOfThePageAndNoOther() throws UnsupportedEncodingException {
        assertThat(saved("percent", "2", "every", "2")).hasRedirectedUrl("/checks/room");
        assertThat(settings("/settings/checks/room"))
                .contains("name=\"percent\" value=\"2\"", "name=\"timeoutMillis\" value=\"2000\"", "readonly");
        assertThat(saved("percent", "3"))
                .hasStatusOk()
                .bodyText()
                .contains("There is a check with the id room already.", "Add a check")
                .doesNotContain("readonly");
        assertThat(saved("percent", "3", "known", "true")).hasRedirectedUrl("/checks/room");
        assertThat(settings("/settings/checks/room")).contains("name=\"percent\" value=\"3\"");
        assertThat(saved("percent", "300", "known", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("role=\"alert\"", "Change a check", "readonly");
        assertThat(browser.get().uri("/settings/checks/postgresql").with(SignedIn.as(Role.ADMIN)))
                .hasStatus(404);
        browser.post()
                .uri("/settings/checks/room/remove")
                .with(SignedIn.as(Role.ADMIN))
                .with(csrf())
                .exchange();
        assertThat(browser.get().uri("/settings/checks/room").with(SignedIn.as(Role.ADMIN)))
                .hasStatus(404);
    }

    @Test
    void changesAMaintenance() throws UnsupportedEncodingException {
        plan("", "New disks", "2026-06-01T22:00");
        Matcher found = PLANNED.matcher(settings("/settings/maintenance"));
        assertThat(found.find()).isTrue();
        String id = found.group(1);
        assertThat(settings("/settings/maintenance/" + id))
                .contains("value=\"New disks\"", "value=\"2026-06-01T22:00\"", "value=\"90\"", "Change a maintenance");

        assertThat(planned(id, "Newer disks", "+99999-06-02T23:00")).hasRedirectedUrl("/settings/maintenance/" + id);
        plan(id, "Newer disks", "2026-06-02T23:00");
        assertThat(settings("/settings/maintenance")).contains("Newer disks").doesNotContain("New disks");
        assertThat(settings("/settings/maintenance/" + id)).contains("value=\"2026-06-02T23:00\"");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(settings("/audit?about=MAINTENANCE&who=admin&since="))
                        .contains("Saved the maintenance Newer disks")
                        .doesNotContain("Signed in"));
        assertThat(settings("/audit?about=MAINTENANCE&since=2100-01-01")).doesNotContain("Newer disks</td>");
        assertThat(settings("/audit?since=+99999-01-01"))
                .contains("type=\"date\"")
                .doesNotContain("Newer disks</td>");

        browser.post()
                .uri("/settings/maintenance/" + id + "/remove")
                .with(SignedIn.as(Role.ADMIN))
                .with(csrf())
                .exchange();
        assertThat(settings("/settings/maintenance")).doesNotContain("Newer disks");
    }

    private void plan(String id, String title, String starts) {
        assertThat(planned(id, title, starts)).hasRedirectedUrl("/settings/maintenance");
    }

    private MvcTestResult planned(String id, String title, String starts) {
        return browser.post()
                .uri("/settings/maintenance")
                .param("id", id)
                .param("title", title)
                .param("starts", starts)
                .param("minutes", "90")
                .param("repeat", "DAILY")
                .param("zone", "Europe/Berlin")
                .with(SignedIn.as(Role.ADMIN))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult saved(String... fields) {
        var form = browser.post()
                .uri("/settings/checks")
                .param("kind", "disk")
                .param("id", "room")
                .param("title", "Room")
                .param("folder", ".");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form.with(SignedIn.as(Role.ADMIN)).with(csrf()).exchange();
    }

    private String settings(String path) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .with(SignedIn.as(Role.ADMIN))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void hasAThreadForEachRecurringTask(
            @Autowired ScheduledTaskHolder tasks, @Autowired ThreadPoolTaskScheduler threads) {
        assertThat(tasks.getScheduledTasks())
                .hasSizeLessThanOrEqualTo(
                        threads.getScheduledThreadPoolExecutor().getCorePoolSize());
    }

    @Test
    void tellsPrometheusTheStateOfEachCheckAsItChanges() throws UnsupportedEncodingException {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(metrics())
                        .contains("homelab_check_state{check=\"stream-bot\",state=\"up\"} 1.0")
                        .contains("homelab_check_state{check=\"stream-bot\",state=\"down\"} 0.0")
                        .containsPattern("homelab_check_duration_seconds\\{check=\"stream-bot\"} \\d"));

        BOTS.ready(false);
        await().atMost(SOON.multipliedBy(2))
                .untilAsserted(() -> assertThat(metrics())
                        .contains("homelab_check_state{check=\"stream-bot\",state=\"down\"} 1.0")
                        .contains("homelab_check_state{check=\"stream-bot\",state=\"up\"} 0.0"));
        BOTS.ready(true);
        await().atMost(SOON).untilAsserted(() -> assertThat(page()).contains("Everything is up."));
    }

    private String metrics() throws UnsupportedEncodingException {
        return browser.get()
                .uri("/actuator/prometheus")
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void answersTheProbesToEverybody() {
        assertThat(browser.get().uri("/livez")).hasStatusOk();
        assertThat(browser.get().uri("/readyz")).hasStatusOk();
        assertThat(browser.get().uri("/actuator/prometheus")).hasStatusOk();
    }

    @Test
    void signsOutOnlyByPost() {
        assertThat(browser.post().uri("/sign-out").with(SignedIn.as(Role.ADMIN)).with(csrf()))
                .hasRedirectedUrl("/sign-in?bye");
        assertThat(browser.post().uri("/sign-out").with(SignedIn.as(Role.ADMIN)))
                .hasStatus(403);
    }

    private String page() throws UnsupportedEncodingException {
        return browser.get()
                .uri("/")
                .with(SignedIn.as(Role.ADMIN))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
