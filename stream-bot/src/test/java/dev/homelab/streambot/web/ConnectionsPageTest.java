package dev.homelab.streambot.web;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.OneService;
import dev.homelab.streambot.connection.Death;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a streamer reads of their links. */
class ConnectionsPageTest extends OneService {

    private static final String AGAIN = ">Link again</button>";
    private static final String GRANT = ">Grant what is missing</button>";

    private final TransactionTemplate transactions;

    @Autowired
    ConnectionsPageTest(@LocalServerPort int port, JdbcClient database, TransactionTemplate transactions) {
        super(port, database);
        this.transactions = transactions;
    }

    private String page() {
        return browser.get("/connections").body();
    }

    @Test
    void showsAccountPictureAndTimesOfALivingLink() {
        browser.signIn(Platform.TWITCH, "lumen");
        database.sql("UPDATE connection SET linked_at = '2026-03-01T23:30:00Z', picture = 'https://cdn.example/l.png'")
                .update();
        assertThat(page())
                .contains(">Live<", "Lumen", "renewed by itself")
                .contains("src=\"https://cdn.example/l.png\" alt=\"\" width=\"48\" height=\"48\"")
                .contains("<time datetime=\"2026-03-01T23:30:00Z\">Mar 1, 2026 UTC</time>")
                .contains("Last renewed", "not yet", "Next renewal")
                .containsOnlyOnce("lang=de")
                .doesNotContain(AGAIN, GRANT, "Missing:", "Link again by");
        database.sql("UPDATE connection SET picture = ''").update();
        assertThat(page()).contains("<span>L</span>").doesNotContain("<img");
    }

    @Test
    void writesTimesInTheZoneAndTheLanguageOfTheViewer() {
        browser.signIn(Platform.TWITCH, "lumen");
        database.sql("UPDATE connection SET linked_at = '2026-03-01T23:30:00Z'").update();
        browser.cookies().put("homelab-zone", "Europe/Berlin");
        assertThat(page()).contains(">Mar 2, 2026</time>");
        assertThat(browser.get("/connections?lang=de").body()).contains(">02.03.2026</time>");
        browser.cookies().put("homelab-zone", "Mars/Olympus");
        assertThat(page()).contains(">01.03.2026 UTC</time>");
        assertThat(browser.get("/homelab/zone.js").body()).contains("homelab-zone");
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void saysWhyALinkIsDeadAndHowToBringItBack(Death death) {
        browser.signIn(Platform.KICK, "lumen");
        database.sql("UPDATE connection SET state = 'BROKEN', broken_at = now(), broken_reason = ?")
                .param(death.code())
                .update();
        String page = page();
        assertThat(page).contains("Kick (Lumen) is broken.", AGAIN, ">Broken<");
        String id = database.sql("SELECT id::text FROM connection")
                .query(String.class)
                .single();
        assertThat(page).contains("href=\"/connections#link-" + id + "\"", "id=\"link-" + id + "\"");
        String again = Browser.location(browser.post("/connections/kick", "connection", id));
        assertThat(Browser.location(browser.get(PLATFORMS.allow(again, "lumen"))))
                .isEqualTo("/connections");
        assertThat(page()).contains(">Live<", id).doesNotContain("is broken");
    }

    @ParameterizedTest
    @CsvSource({"24,false", "26,true"})
    void namesTheEndOfAKickGrantFromDay25On(int day, boolean shown) {
        browser.signIn(Platform.KICK, "lumen");
        database.sql("UPDATE connection SET granted_at = granted_at - :days * interval '1 day',"
                        + " grant_ends = grant_ends - :days * interval '1 day'")
                .param("days", day)
                .update();
        assertThat(page().contains("Link again by")).isEqualTo(shown);
        assertThat(page().contains("Ends soon")).isEqualTo(shown);
        assertThat(page().contains(AGAIN)).isEqualTo(shown);
    }

    @Test
    void namesTheEndOfALinkThatNobodyUsedForSixMonths() {
        browser.signIn(Platform.GOOGLE, "lumen");
        assertThat(page()).doesNotContain("Link again by");
        database.sql("UPDATE connection SET granted_at = now() - interval '177 days'")
                .update();
        assertThat(page()).contains("Link again by");
        database.sql("UPDATE connection SET refreshed_at = now()").update();
        assertThat(page()).doesNotContain("Link again by");
    }

    @Test
    void namesTheEndOfALinkThatCameWithNothingToRenewItWith() {
        browser.signIn(Platform.TWITCH, "lumen");
        database.sql("UPDATE connection SET refresh_token = NULL").update();
        assertThat(page())
                .contains("Ends soon", "Link again by", AGAIN)
                .doesNotContain("renewed by itself", "Next renewal");
    }

    @Test
    void namesWhatIsNotGrantedAndGrantsItWithOneButton() {
        String started = browser.startSignIn(Platform.GOOGLE);
        browser.get(PLATFORMS.allow(started, "lumen", List.of("openid", "profile", "email")));
        assertThat(page()).contains(">Incomplete<", "Missing:", "seeing your channel", GRANT);
        String id = database.sql("SELECT id::text FROM connection")
                .query(String.class)
                .single();
        String again = Browser.location(browser.post("/connections/youtube", "connection", id));
        browser.get(PLATFORMS.allow(again, "lumen"));
        assertThat(page()).contains(">Live<").doesNotContain("Missing:", GRANT);
    }

    @Test
    void staysLiveWithoutWhatIsNotNeeded() {
        browser.signIn(Platform.TWITCH, "lumen");
        database.sql("UPDATE connection SET scopes = 'user:read:email user:read:chat'")
                .update();
        assertThat(page()).contains(">Live<", "Missing:", "writing in your chat", GRANT);
        database.sql("UPDATE connection SET scopes = ''").update();
        assertThat(page()).contains(">Live<").doesNotContain("Missing:");
    }

    @Test
    void keepsShowingALinkOfAPlatformThatIsSwitchedOff() {
        browser.signIn(Platform.TWITCH, "lumen");
        assertThat(page()).doesNotContain("Discord");
        database.sql("UPDATE connection SET platform = 'discord', scopes = 'identify'")
                .update();
        assertThat(page()).contains(">Discord</h2>", ">Switched off<").doesNotContain(AGAIN, "Next renewal");
    }

    @Test
    void takesAPlatformThatIsSwitchedOffForNoWayBackIn() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        database.sql("UPDATE connection SET platform = 'oidc' WHERE platform = 'kick'")
                .update();
        String twitch = id("twitch");
        assertThat(Browser.location(browser.post("/connections/" + twitch + "/unlink")))
                .isEqualTo("/connections?last=" + twitch);
        assertThat(id("twitch")).isEqualTo(twitch);
    }

    private String id(String platform) {
        return database.sql("SELECT id::text FROM connection WHERE platform = ?")
                .param(platform)
                .query(String.class)
                .single();
    }

    /** The first is held up by the database before it removes its link. */
    @Test
    void keepsTheLastOfTwoLinksThatAreUnlinkedAtOnce() throws Exception {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        String twitch = id("twitch");
        String kick = id("kick");
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> unlinked = transactions.execute(status -> {
                database.sql("SELECT id FROM connection WHERE platform = 'twitch' FOR UPDATE")
                        .query()
                        .listOfRows();
                Future<String> one = tabs.submit(() -> unlink(twitch));
                await().until(() -> waiting() == 1);
                Future<String> other = tabs.submit(() -> unlink(kick));
                await().until(() -> other.isDone() || waiting() == 2);
                return List.of(one, other);
            });
            assertThat(List.of(unlinked.get(0).get(), unlinked.get(1).get()))
                    .containsExactlyInAnyOrder("/connections?unlinked=yes", "/connections?last=" + kick);
        }
        assertThat(id("kick")).isEqualTo(kick);
    }

    private String unlink(String id) {
        Browser tab = new Browser(port);
        tab.cookies().putAll(browser.cookies());
        return Browser.location(tab.post("/connections/" + id + "/unlink"));
    }

    private long waiting() {
        return database.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    @Test
    void saysThatAPlatformIsAskedAgain() {
        browser.signIn(Platform.TWITCH, "lumen");
        database.sql("UPDATE connection SET state = 'RETRYING', refresh_due = to_timestamp(0)")
                .update();
        assertThat(page()).contains(">Trying again<", "at any moment").doesNotContain(AGAIN, "1970-", ", 1970");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT,de;q=0.9,en;q=0.5', de, Deine Streams",
        "'fr', fr, Vos streams",
        "'es-MX', es, Tus streams",
        "'ja,ko;q=0.5', en, Your streams"
    })
    void speaksTheFirstLanguageOfTheBrowserThatItKnows(String accepted, String language, String title) {
        assertThat(new Browser(port, accepted).get("/").body()).contains("<html lang=\"" + language + "\"", title);
    }

    @Test
    void keepsTheLanguageThatSomebodyChose() {
        assertThat(browser.get("/?lang=fr").body()).contains("<html lang=\"fr\"");
        assertThat(browser.get("/problem/denied?lang=xx").body()).contains("<html lang=\"fr\"", "Rien n’a été lié");
        assertThat(browser.get("/problem/none").body()).contains("<html lang=\"fr\"", "Il n’y a rien ici");
        browser.cookies().put("homelab-language", "\"><script>");
        assertThat(browser.get("/").body()).contains("<html lang=\"en\"");
    }

    @Test
    void letsPicturesInAndLeavesNoTrace() {
        browser.signIn(Platform.TWITCH, "lumen");
        for (String path : List.of("/connections", "/account", "/account/delete")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("img-src 'self' data: https: http:;");
            assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
    }
}
