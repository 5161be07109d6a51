package dev.homelab.streambot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.DiscordWorld;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Discord is linked by streamers who have signed in with something else. */
@ServiceTest
class DiscordLinkTest {

    private final Browser browser;
    private final JdbcClient database;

    @Autowired
    DiscordLinkTest(@LocalServerPort int port, JdbcClient database) {
        this.browser = new Browser(port);
        this.database = database;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        DiscordWorld.register(properties);
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        DiscordWorld.DISCORD.deauthorize(Worlds.MIA);
        database.sql("DELETE FROM streamer").update();
    }

    private long sessions() {
        return database.sql("SELECT count(*) FROM oauth_session WHERE platform = 'discord'")
                .query(Long.class)
                .single();
    }

    @Test
    void letsNobodySignInWithIt() {
        long before = sessions();
        assertThat(browser.get("/").body()).contains("/sign-in/twitch").doesNotContain("/sign-in/discord");
        assertThat(Browser.location(browser.get("/sign-in/discord"))).isEqualTo("/problem/switched-off");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void linksItToAStreamerWhoIsKnownByItsIdFromThenOn() {
        browser.signIn(Platform.TWITCH, "lumen");
        String consent = Browser.location(browser.post("/connections/discord"));
        assertThat(consent).contains("scope=identify", "code_challenge_method=S256");
        assertThat(Browser.location(browser.get(DiscordWorld.allow(consent, Worlds.MIA))))
                .isEqualTo("/connections");
        assertThat(database.sql("SELECT account_id FROM connection WHERE platform = 'discord'")
                        .query(String.class)
                        .single())
                .isEqualTo(Long.toString(Worlds.MIA));
    }

    @Test
    void asksBeforeTheLastAccountToSignInWithGoesAndTakesDiscordAlong() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.get(DiscordWorld.allow(Browser.location(browser.post("/connections/discord")), Worlds.MIA));
        String twitch = database.sql("SELECT id::text FROM connection WHERE platform = 'twitch'")
                .query(String.class)
                .single();
        String unlink = "/connections/" + twitch + "/unlink";
        assertThat(Browser.location(browser.post(unlink))).isEqualTo("/connections?last=" + twitch);
        assertThat(Browser.location(browser.post(unlink, "confirmed", "true"))).isEqualTo("/");
        assertThat(database.sql("SELECT (SELECT count(*) FROM connection) + (SELECT count(*) FROM streamer)")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
