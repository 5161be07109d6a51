package dev.homelab.discordbot.api;

import dev.homelab.discordbot.Community;
import dev.homelab.local.spring.WithServers;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One bot in one community for the tests that extend this, which other services call. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "homelab.internal.callers.dashboard=" + InternalClient.DASHBOARD,
            "homelab.internal.callers.stream-bot=" + InternalClient.STREAM_BOT
        })
@WithServers
@Isolated("Spring pauses a bot that no test uses while another test begins, and its session with it.")
abstract class OneBot {

    static final Community COMMUNITY = Community.start();

    private final int port;

    OneBot(int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        COMMUNITY.join(registry);
    }

    String origin() {
        return "http://localhost:" + port;
    }

    <T> T as(String token, Class<T> contract) {
        return InternalClient.of(origin(), token, contract);
    }
}
