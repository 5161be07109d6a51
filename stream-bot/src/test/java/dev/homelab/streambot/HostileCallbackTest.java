package dev.homelab.streambot;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Account;
import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hostile tester tries, and what people who only have two tabs open do by accident. */
class HostileCallbackTest extends OneService {

    private static final String UNUSABLE = "/problem/unusable";
    private static final String PLATFORM = "/problem/platform";

    @Autowired
    HostileCallbackTest(@LocalServerPort int port, JdbcClient database) {
        super(port, database);
    }

    private String callback(Platform platform) {
        return PLATFORMS.allow(browser.startSignIn(platform), "lumen");
    }

    private long streamers() {
        return database.sql("SELECT count(*) FROM streamer").query(Long.class).single();
    }

    @Test
    void refusesACallbackInAnotherBrowser() {
        String callback = callback(Platform.TWITCH);
        assertThat(Browser.location(new Browser(port).get(callback))).isEqualTo(UNUSABLE);
        Browser forger = new Browser(port);
        browser.cookies().keySet().forEach(name -> forger.cookies().put(name, "forged"));
        assertThat(Browser.location(forger.get(callback))).isEqualTo(UNUSABLE);
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/connections");
    }

    @Test
    void refusesAStateThatWasUsedBefore() {
        String callback = callback(Platform.TWITCH);
        var cookies = new LinkedHashMap<>(browser.cookies());
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/connections");
        Browser again = new Browser(port);
        again.cookies().putAll(cookies);
        assertThat(Browser.location(again.get(callback))).isEqualTo(UNUSABLE);
    }

    @Test
    void letsOneOfManyWinThatComeAtOnce() throws Exception {
        String callback = callback(Platform.KICK);
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Callable<String>>();
            for (int i = 0; i < 40; i++) {
                Browser tab = new Browser(port);
                tab.cookies().putAll(browser.cookies());
                attempts.add(() -> Browser.location(tab.get(callback)));
            }
            var ends = new ArrayList<String>();
            for (var attempt : tabs.invokeAll(attempts)) {
                ends.add(attempt.get());
            }
            assertThat(ends).containsOnlyOnce("/connections").containsOnly("/connections", UNUSABLE);
        }
        assertThat(PLATFORMS.requests().count(Platform.KICK, Endpoint.TOKEN)).isEqualTo(1);
    }

    /** Each has a consent of its own, and all of them write the same row at the same instant. */
    @Test
    void letsEverybodyInWhoComesWithOneAccountAtTheSameInstant() throws Exception {
        var arrivals = new ArrayList<Callable<String>>();
        for (int i = 0; i < 30; i++) {
            Browser tab = new Browser(port);
            String callback = PLATFORMS.allow(tab.startSignIn(Platform.KICK), "lumen");
            arrivals.add(() -> Browser.location(tab.get(callback)));
        }
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var arrival : tabs.invokeAll(arrivals)) {
                assertThat(arrival.get()).isEqualTo("/connections");
            }
        }
        assertThat(streamers()).isEqualTo(1);
    }

    @Test
    void letsAConsentTakeTenMinutesAndNoLonger() {
        String intime = callback(Platform.TWITCH);
        SimulatedWorld.ahead(Duration.ofMinutes(9).plusSeconds(50));
        assertThat(Browser.location(browser.get(intime))).isEqualTo("/connections");
        SimulatedWorld.backToNormal();
        String late = callback(Platform.TWITCH);
        SimulatedWorld.ahead(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(Browser.location(browser.get(late))).isEqualTo(UNUSABLE);
    }

    @Test
    void keepsTwoTabsApart() {
        String first = callback(Platform.TWITCH);
        String second = PLATFORMS.allow(browser.startSignIn(Platform.TWITCH), "lumen");
        assertThat(Browser.location(browser.get(second))).isEqualTo("/connections");
        assertThat(Browser.location(browser.get(first))).isEqualTo("/connections");
    }

    @Test
    void refusesAStateAtAnotherPlatformsCallback() {
        String callback = callback(Platform.TWITCH);
        assertThat(Browser.location(browser.get(callback.replace("/oauth/twitch/", "/oauth/kick/"))))
                .isEqualTo(UNUSABLE);
        assertThat(PLATFORMS.requests().all()).isEmpty();
    }

    @Test
    void refusesAWrongADoubledAndAnEmptyIssuer() {
        String callback = callback(Platform.GOOGLE);
        String iss = callback.replaceFirst(".*[?&](iss=[^&]*).*", "$1");
        for (String bad : List.of("iss=https%3A%2F%2Fevil.example", iss + "&" + iss, "iss=")) {
            assertThat(Browser.location(browser.get(callback.replace(iss, bad))))
                    .isEqualTo(UNUSABLE);
        }
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/connections");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=x",
                "?state=x",
                "?code=x&state=",
                "?code=x&code=y&state=z",
                "?code=x&state=y&state=z",
                "?code=x&error=y&state=z",
                "?code=%00&state=z",
                "?code=x%0d%0ay&state=z",
                "?code=x&state=unknown"
            })
    void showsTheSamePageForWhateverIsNotACallback(String query) {
        HttpResponse<String> answer = browser.get("/oauth/twitch/callback" + query);
        assertThat(Browser.location(answer)).isEqualTo(UNUSABLE);
        assertThat(browser.get(UNUSABLE).body()).contains("That sign-in cannot be used");
        assertThat(Browser.location(browser.get("/oauth/twitch/callback?code=x&state=" + "x".repeat(5000))))
                .isEqualTo(UNUSABLE);
    }

    @Test
    void usesTheStateUpWhenConsentIsDenied() {
        String started = browser.startSignIn(Platform.KICK);
        String denied = PLATFORMS.deny(started);
        assertThat(Browser.location(browser.get(denied))).isEqualTo("/problem/denied");
        assertThat(Browser.location(browser.get(PLATFORMS.allow(started, "lumen"))))
                .isEqualTo(UNUSABLE);
        assertThat(streamers()).isZero();
    }

    @Test
    void startsLinksOnlyByAFormOfItsOwn() {
        browser.signIn(Platform.TWITCH, "lumen");
        assertThat(browser.get("/connections/kick").statusCode()).isEqualTo(405);
        assertThat(browser.postWithoutToken("/connections/kick").statusCode()).isEqualTo(403);
        assertThat(browser.postWithoutToken("/connections/kick", "_csrf", "guess")
                        .statusCode())
                .isEqualTo(403);
        assertThat(database.sql("SELECT count(*) FROM oauth_session WHERE platform = 'kick'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesALinkThatSomebodyElseFinishes() {
        browser.signIn(Platform.TWITCH, "lumen");
        String linking = PLATFORMS.allow(browser.startLink(Platform.KICK), "lumen");
        browser.signIn(Platform.TWITCH, "pixelpia");
        assertThat(Browser.location(browser.get(linking))).isEqualTo("/problem/somebody-else");
        String signedOut = PLATFORMS.allow(browser.startLink(Platform.KICK), "pixelpia");
        browser.post("/sign-out");
        assertThat(Browser.location(browser.get(signedOut))).isEqualTo("/problem/somebody-else");
        assertThat(database.sql("SELECT count(*) FROM connection WHERE platform = 'kick'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAnAccountThatIsLinkedElsewhere() {
        new Browser(port).signIn(Platform.KICK, "night_owl");
        browser.signIn(Platform.TWITCH, "lumen");
        assertThat(browser.link(Platform.KICK, "night_owl")).isEqualTo("/problem/linked-elsewhere");
        assertThat(browser.get("/problem/linked-elsewhere").body()).contains("belongs to somebody else");
        assertThat(browser.get("/connections").body()).contains("Link Kick");
        assertThat(streamers()).isEqualTo(2);
    }

    @Test
    void changesTheSessionAtSignInAndForgetsTheOldOne() {
        browser.signIn(Platform.TWITCH, "lumen");
        String before = browser.cookies().get("stream-bot-session");
        browser.link(Platform.KICK, "lumen");
        assertThat(browser.cookies().get("stream-bot-session")).isNotEqualTo(before);
        Browser thief = new Browser(port);
        thief.cookies().put("stream-bot-session", before);
        assertThat(Browser.location(thief.get("/connections"))).isEqualTo("/");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {
                "HANG",
                "DRIP",
                "RESET",
                "REDIRECT",
                "OVERSIZE",
                "HTML",
                "TOO_MANY_REQUESTS",
                "UNAVAILABLE",
                "SERVER_ERROR",
                "BROKEN_JSON",
                "INVALID_CLIENT"
            })
    void saysThatThePlatformDidNotPlayAlong(Fault.Kind kind) {
        String callback = callback(Platform.TWITCH);
        PLATFORMS.faults().next(Platform.TWITCH, Endpoint.TOKEN, Fault.of(kind, 20));
        assertThat(Browser.location(browser.get(callback))).isEqualTo(PLATFORM);
        assertThat(streamers()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {
                "EXPIRES_IN_MISSING",
                "EXPIRES_IN_NEGATIVE",
                "EXPIRES_IN_TEXT",
                "LOWER_CASE_BEARER",
                "WRONG_CONTENT_TYPE"
            })
    void livesWithWhatPlatformsMakeOfTheStandard(Fault.Kind kind) {
        String callback = callback(Platform.KICK);
        PLATFORMS.faults().next(Platform.KICK, Endpoint.TOKEN, Fault.of(kind));
        assertThat(Browser.location(browser.get(callback))).isEqualTo("/connections");
        assertThat(database.sql("SELECT expires_at > now() + interval '50 minutes' FROM connection")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void saysSoWhenThePlatformDoesNotTellWhoSomebodyIs() {
        String callback = callback(Platform.KICK);
        PLATFORMS.faults().next(Platform.KICK, Endpoint.USERS, Fault.of(Fault.Kind.HTML));
        assertThat(Browser.location(browser.get(callback))).isEqualTo(PLATFORM);
        assertThat(streamers()).isZero();
    }

    @Test
    void mergesNobodyByTheirAddress() {
        PLATFORMS.add(new Account(Platform.KICK, "4711", "same_mail", "Same", "lumen@example.org", true, false));
        PLATFORMS.add(new Account(Platform.TWITCH, "4712", "same_mail", "Same", "lumen@example.org", true, false));
        new Browser(port).signIn(Platform.KICK, "same_mail");
        new Browser(port).signIn(Platform.TWITCH, "same_mail");
        assertThat(streamers()).isEqualTo(2);
    }
}
