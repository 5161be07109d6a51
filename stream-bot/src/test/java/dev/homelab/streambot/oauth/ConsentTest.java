package dev.homelab.streambot.oauth;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.OneService;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a consent, for how long, and what the audit tells of it. */
class ConsentTest extends OneService {

    private final AuditLog audit;
    private final StoredAuthorizationRequests requests;
    private final Task<Void> old;
    private final MeterRegistry meters;

    @Autowired
    ConsentTest(
            @LocalServerPort int port,
            JdbcClient database,
            AuditLog audit,
            StoredAuthorizationRequests requests,
            @Qualifier("forgetOldConsents") Task<Void> old,
            MeterRegistry meters) {
        super(port, database);
        this.audit = audit;
        this.requests = requests;
        this.old = old;
        this.meters = meters;
    }

    private String callback(Platform platform) {
        return PLATFORMS.allow(browser.startSignIn(platform), "lumen");
    }

    private AuditEntry newest() {
        return audit.page(Long.MAX_VALUE, null, null, 1).getFirst().entry();
    }

    @Test
    void tellsTheFiveUnusableStatesApartInTheAuditAndNowhereElse() {
        String callback = callback(Platform.TWITCH);
        var cookies = new LinkedHashMap<>(browser.cookies());
        assertThat(ends(new Browser(port), callback)).isEqualTo("wrong-browser");
        assertThat(ends(copy(cookies), callback.replace("/oauth/twitch/", "/oauth/kick/")))
                .isEqualTo("wrong-platform");
        browser.get(callback);
        assertThat(ends(copy(cookies), callback)).isEqualTo("replayed");
        assertThat(ends(browser, "/oauth/twitch/callback?code=x&state=nobodys")).isEqualTo("unknown");
        String late = callback(Platform.TWITCH);
        SimulatedWorld.ahead(Duration.ofMinutes(11));
        assertThat(ends(browser, late)).isEqualTo("expired");
        assertThat(newest().action()).isEqualTo(Action.SIGN_IN);
    }

    @Test
    void makesNothingOfACallbackOfAPlatformThatIsNotThere() {
        String callback = "/oauth/no-platform-of-ours/callback?code=x&state=y";
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/problem/unusable");
        assertThat(audit.page(Long.MAX_VALUE, null, null, 1)).isEmpty();
        assertThat(meters.find("homelab.audit")
                        .tag("platform", "no-platform-of-ours")
                        .counters())
                .isEmpty();
    }

    private Browser copy(Map<String, String> cookies) {
        Browser copy = new Browser(port);
        copy.cookies().putAll(cookies);
        return copy;
    }

    private String ends(Browser with, String callback) {
        assertThat(Browser.location(with.get(callback))).isEqualTo("/problem/unusable");
        return newest().outcome();
    }

    @Test
    void notesWhoDidWhatFromWhere() {
        browser.signIn(Platform.TWITCH, "lumen");
        AuditEntry signIn = newest();
        assertThat(signIn.action()).isEqualTo(Action.SIGN_IN);
        assertThat(signIn.outcome()).isEqualTo("done");
        assertThat(signIn.streamer()).isNotNull();
        assertThat(signIn.origin().ip()).isEqualTo("127.0.0.1");
        browser.link(Platform.KICK, "lumen");
        assertThat(newest().action()).isEqualTo(Action.LINK);
        assertThat(newest().streamer()).isEqualTo(signIn.streamer());
    }

    @Test
    void letsNobodyChangeTheAudit() {
        browser.signIn(Platform.TWITCH, "lumen");
        assertThatThrownBy(() -> database.sql("UPDATE audit_entry SET outcome = 'denied'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only added to");
    }

    @Test
    void goesWhereSomebodyWantedToGoAndNowhereElse() {
        String ours = PLATFORMS.allow(Browser.location(browser.get("/sign-in/twitch?to=/account")), "lumen");
        assertThat(browser.get(ours).headers().firstValue("Location").orElseThrow())
                .endsWith("/account");
        String evil = URLEncoder.encode("//evil.example", StandardCharsets.UTF_8);
        String theirs = PLATFORMS.allow(Browser.location(browser.get("/sign-in/twitch?to=" + evil)), "lumen");
        assertThat(Browser.location(browser.get(theirs))).isEqualTo("/connections");
    }

    @Test
    void leavesNoCookieOfAConsentThatIsFinished() {
        String other = browser.startSignIn(Platform.KICK);
        browser.signIn(Platform.TWITCH, "lumen");
        assertThat(browser.cookies().keySet())
                .filteredOn(name -> name.startsWith("stream-bot-oauth-"))
                .hasSize(1);
        browser.get(PLATFORMS.deny(other));
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("stream-bot-oauth-"));
    }

    @Test
    void doesNotHurryToRenewALinkThatCameWithNothingToRenewItWith() {
        String started = browser.startSignIn(Platform.GOOGLE).replace("access_type=offline", "access_type=online");
        browser.get(PLATFORMS.allow(started, "lumen"));
        assertThat(database.sql("SELECT refresh_token IS NULL AND refresh_due = expires_at FROM connection")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void letsSomebodyFinishWhoBeganVeryOftenBefore() {
        for (int i = 0; i < 120; i++) {
            browser.startSignIn(Platform.TWITCH);
        }
        assertThat(browser.signIn(Platform.TWITCH, "lumen")).isEqualTo("/connections");
    }

    @Test
    void linksOneAccountOfAPlatformAndTheSameOneAgain() {
        browser.signIn(Platform.TWITCH, "lumen");
        String id = database.sql("SELECT id::text FROM connection")
                .query(String.class)
                .single();
        assertThat(browser.link(Platform.TWITCH, "pixelpia")).isEqualTo("/problem/one-per-platform");

        assertThat(again(id, "pixelpia")).isEqualTo("/problem/another-account");
        SimulatedWorld.ahead(Duration.ofMinutes(5));
        assertThat(again(id, "lumen")).isEqualTo("/connections");
        assertThat(newest().action()).isEqualTo(Action.LINK_AGAIN);
        assertThat(database.sql(
                                "SELECT granted_at - linked_at > interval '4 minutes' FROM connection WHERE id::text = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .as("the link keeps its history")
                .isTrue();
    }

    private String again(String connection, String login) {
        String started = Browser.location(browser.post("/connections/twitch", "connection", connection));
        return Browser.location(browser.get(PLATFORMS.allow(started, login)));
    }

    @Test
    void doesNotLinkAgainWhatIsSomebodyElses() {
        new Browser(port).signIn(Platform.TWITCH, "lumen");
        String theirs = database.sql("SELECT id::text FROM connection")
                .query(String.class)
                .single();
        browser.signIn(Platform.KICK, "night_owl");
        assertThat(again(theirs, "lumen")).isEqualTo("/problem/linked-elsewhere");
    }

    @Test
    void forgetsConsentsAfterTheirAuditTimeAndNoSooner() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.startSignIn(Platform.KICK);
        SimulatedWorld.ahead(Duration.ofDays(30));
        assertThat(requests.forgetOld()).isZero();
        assertThat(consents()).isEqualTo(2);
        SimulatedWorld.ahead(Duration.ofDays(30).plusMinutes(11));
        requests.forgetOld();
        assertThat(consents()).isZero();
    }

    private long consents() {
        return database.sql("SELECT count(*) FROM oauth_session")
                .query(Long.class)
                .single();
    }

    @Test
    void forgetsLinesOfNobodyAndHandOutsWithTheConsentsAndKeepsWhatStreamersDid() {
        browser.signIn(Platform.TWITCH, "lumen");
        AuditEntry signIn = newest();
        browser.get("/oauth/twitch/callback?code=x&state=nobodys");
        Browser stranger = new Browser(port);
        stranger.get(PLATFORMS.deny(stranger.startSignIn(Platform.KICK)));
        audit.note(new AuditEntry(
                signIn.at(), Action.HAND_OUT, "done", "twitch", signIn.streamer(), null, signIn.origin(), ""));
        SimulatedWorld.ahead(Duration.ofDays(29));
        old.execute(null, null);
        assertThat(audit.page(Long.MAX_VALUE, null, null, 10)).hasSize(4);
        SimulatedWorld.ahead(Duration.ofDays(30).plusMinutes(11));
        old.execute(null, null);
        assertThat(audit.page(Long.MAX_VALUE, null, null, 10))
                .extracting(AuditLog.Line::entry)
                .containsExactly(signIn);
    }

    @Test
    void keepsOnlyHashesAndCiphertexts() {
        String started = browser.startSignIn(Platform.TWITCH);
        String state = started.replaceFirst(".*[?&]state=([^&]*).*", "$1");
        String row = database.sql("SELECT oauth_session::text FROM oauth_session")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(state);
        assertThat(browser.cookies().values())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(row).doesNotContain(value));
        assertThat(List.of(row.split(",")))
                .filteredOn(field -> field.contains("\\x"))
                .as("verifier and nonce are encrypted")
                .hasSize(1);
    }
}
