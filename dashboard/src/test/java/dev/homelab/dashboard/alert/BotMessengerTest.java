package dev.homelab.dashboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.homelab.common.contract.ChannelNoticesApi;
import dev.homelab.dashboard.check.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Over the wire, to a bot that keeps what it is told. */
class BotMessengerTest {

    private static final Channel CHANNEL = new Channel(
            UUID.randomUUID(), "bot", Channel.Kind.DISCORD_BOT, "100000000000000101", Severity.NOTE, null, "en", true);
    private static final Message MESSAGE = new Message(
            UUID.randomUUID().toString(),
            "PostgreSQL is down. " + "x".repeat(300),
            "",
            "http://localhost/incidents/1",
            Severity.CRITICAL,
            false,
            Instant.EPOCH);

    private final AtomicReference<String> told = new AtomicReference<>("");
    private final HttpServer bot;
    private int status = 204;
    private String answer = "";

    BotMessengerTest() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/internal/v1/channel-notices", exchange -> {
            told.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.stop(0);
    }

    private BotMessenger messenger() {
        RestClient client =
                RestClient.create("http://localhost:" + bot.getAddress().getPort());
        return new BotMessenger(HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(ChannelNoticesApi.class));
    }

    @Test
    void letsTheBotPostUnderTheAlertsOwnKey() throws Undeliverable {
        messenger().deliver(CHANNEL, MESSAGE);
        assertThat(told.get())
                .contains(MESSAGE.key(), "100000000000000101", "\"bad\"", "PostgreSQL is down.", "…\"")
                .doesNotContain("x".repeat(300));
    }

    @Test
    void passesOnWhatTheBotSaysIsWrong() {
        status = 422;
        answer = "{\"status\":422,\"detail\":\"There is no such channel.\"}";
        assertThatThrownBy(() -> messenger().deliver(CHANNEL, MESSAGE)).hasMessage("There is no such channel.");
        bot.stop(0);
        assertThatThrownBy(() -> messenger().deliver(CHANNEL, MESSAGE))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("does not answer");
    }
}
