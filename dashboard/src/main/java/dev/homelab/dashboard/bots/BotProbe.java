package dev.homelab.dashboard.bots;

import org.springframework.web.client.RestClient;

/** Asks one bot whether it is ready. */
public final class BotProbe {

    private final RestClient client;

    BotProbe(RestClient client) {
        this.client = client;
    }

    /** The status of {@code /readyz}: 200, or 503 while the bot lacks something that it cannot do without. */
    public int readiness() {
        return client.get()
                .uri("/readyz")
                .exchangeForRequiredValue(
                        (request, response) -> response.getStatusCode().value());
    }
}
