package dev.homelab.dashboard.bots;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.Website;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class BotClientsTest {

    private final Website bot = new Website();
    private final URI address = bot.at("");
    private final BotClients clients = new BotClients(
            RestClient.builder(), new BotSettings(address, address, address, Secret.of("0123456789abcdef")));

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void takesAnEmptyAnswerForAFailureWhereOneIsDue() {
        bot.answers(200, "");

        // The first call of a process may take longer than its deadline.
        await().untilAsserted(() -> assertThatThrownBy(() -> clients.servers().doctor(1))
                .isInstanceOf(RestClientException.class)
                .hasMessage("Answered with nothing"));
        assertThatCode(() -> clients.backups().backUp()).doesNotThrowAnyException();
    }
}
