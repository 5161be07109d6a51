package dev.homelab.streambot.account;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.OneService;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What streamers see, take along and delete of what is kept about them. */
class AccountPageTest extends OneService {

    @Autowired
    AccountPageTest(@LocalServerPort int port, JdbcClient database) {
        super(port, database);
    }

    private String audited() {
        return database.sql("SELECT string_agg(action, ' ' ORDER BY id) FROM audit_entry")
                .query(String.class)
                .single();
    }

    @Test
    void showsOnesOwnLinesAndNobodyElses() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        new Browser(port).signIn(Platform.GOOGLE, "viewer");
        String page = browser.get("/account").body();
        assertThat(page)
                .contains("Lumen", "Here since", "Sign-in", "Twitch", "127.0.0.1", "Kick")
                .doesNotContain("YouTube");
        for (int i = 0; i < 30; i++) {
            browser.signIn(Platform.TWITCH, "lumen");
        }
        assertThat(browser.get("/account").body()).contains(">Older</a>").doesNotContain("Kick</span>");
    }

    @Test
    void handsOutEverythingButTokens() {
        browser.signIn(Platform.TWITCH, "lumen");
        HttpResponse<String> file = browser.post("/account/data");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"homelab.json\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode data = new JsonMapper().readTree(file.body());
        assertThat(data.path("name").asString()).isEqualTo("Lumen");
        assertThat(data.path("links").path(0).path("accountName").asString()).isEqualTo("Lumen");
        assertThat(data.path("audit").findValuesAsString("action")).containsExactly("EXPORT", "SIGN_IN");
        assertThat(file.body()).doesNotContainIgnoringCase("accessToken").doesNotContainIgnoringCase("refreshToken");
        assertThat(browser.postWithoutToken("/account/data").statusCode()).isEqualTo(403);
    }

    @Test
    void deletesEverythingButLinesThatNobodyCanResolve() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        browser.startLink(Platform.GOOGLE);
        Browser phone = new Browser(port);
        phone.signIn(Platform.KICK, "lumen");
        assertThat(browser.get("/account/delete").body()).contains("Twitch", "Kick", "This stays");
        assertThat(Browser.location(browser.post("/account/delete"))).isEqualTo("/?deleted=yes");
        assertThat(browser.get("/?deleted=yes").body()).contains("Your account is deleted.");
        for (String table : List.of("streamer", "connection", "oauth_session")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("audit_entry WHERE streamer_id IS NOT NULL AND (ip <> '' OR user_agent <> '')"))
                .isZero();
        assertThat(audited()).contains("SIGN_IN", "LINK", "DELETE_ACCOUNT");
        assertThat(Browser.location(phone.get("/account"))).isEqualTo("/");
        assertThat(count("SPRING_SESSION WHERE principal_name IS NOT NULL")).isZero();
        await().untilAsserted(() -> {
            assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.REVOKE))
                    .isEqualTo(1);
            assertThat(PLATFORMS.requests().count(Platform.KICK, Endpoint.REVOKE))
                    .isEqualTo(1);
        });
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void signsOutEverywhereAndNotesIt() {
        browser.signIn(Platform.TWITCH, "lumen");
        Browser phone = new Browser(port);
        phone.signIn(Platform.TWITCH, "lumen");
        assertThat(Browser.location(browser.post("/account/sign-out-everywhere")))
                .isEqualTo("/");
        assertThat(Browser.location(browser.get("/account"))).isEqualTo("/");
        assertThat(Browser.location(phone.get("/account"))).isEqualTo("/");
        // What an earlier test's links come to at their platforms may be written down meanwhile.
        assertThat(audited().replaceAll(" ?REVOKE", "").strip()).isEqualTo("SIGN_IN SIGN_IN SIGN_OUT_EVERYWHERE");
    }

    @Test
    void notesUnlinkingAndSigningOut() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        String kick = database.sql("SELECT id::text FROM connection WHERE platform = 'kick'")
                .query(String.class)
                .single();
        browser.post("/connections/" + kick + "/unlink");
        browser.post("/sign-out");
        assertThat(audited()).containsSubsequence("UNLINK", "SIGN_OUT");
        assertThat(database.sql("SELECT ip FROM audit_entry WHERE action IN ('UNLINK', 'SIGN_OUT')")
                        .query(String.class)
                        .list())
                .containsExactly("127.0.0.1", "127.0.0.1");
    }
}
