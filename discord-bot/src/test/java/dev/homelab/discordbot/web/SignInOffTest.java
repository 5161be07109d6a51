package dev.homelab.discordbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.discordbot.Community;
import dev.homelab.local.spring.WithServers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without a client id of Discord's nobody signs in, and the page says who can change that. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithServers
class SignInOffTest {

    private static final Community COMMUNITY = Community.start();

    private final Browser browser;

    SignInOffTest(@LocalServerPort int port) {
        this.browser = new Browser(port);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    @AfterAll
    static void stop() {
        COMMUNITY.close();
    }

    @Test
    void saysThatSigningInIsSwitchedOffAndOffersNoWayIn() {
        assertThat(Browser.location(browser.get("/tickets"))).endsWith("/tickets/sign-in");
        assertThat(Browser.location(browser.get("/transcripts/" + UUID.randomUUID())))
                .endsWith("/tickets/sign-in");
        assertThat(browser.get("/tickets/sign-in").body())
                .contains("DISCORD_CLIENT_ID")
                .doesNotContain("sign-in/discord");
        assertThat(Browser.location(browser.get("/tickets/sign-in/discord"))).endsWith("/tickets/sign-in");
    }
}
