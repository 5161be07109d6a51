package dev.homelab.dashboard.bots;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/** Asks a service whether it is ready. */
public final class BotProbes {

    private static final int OK = 200;

    private final RestClient client;

    BotProbes(RestClient client) {
        this.client = client;
    }

    /**
     * What {@code /readyz} says.
     *
     * @throws org.springframework.web.client.RestClientException when nothing or nonsense comes back
     */
    public Readiness readiness(URI service) {
        return client.get().uri(service.resolve("/readyz")).exchangeForRequiredValue((request, response) -> {
            int status = response.getStatusCode().value();
            Body body = status == OK ? null : response.bodyTo(Body.class);
            return new Readiness(status == OK, status, body == null ? List.of() : body.failing());
        });
    }

    /**
     * Whether a service is ready.
     *
     * @param status of HTTP
     * @param failing the components that keep it from being ready, such as db
     */
    public record Readiness(boolean ready, int status, List<String> failing) {}

    private record Body(@Nullable Map<String, Component> components) {

        private List<String> failing() {
            return components == null
                    ? List.of()
                    : components.entrySet().stream()
                            .filter(component ->
                                    !"UP".equals(component.getValue().status()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
        }
    }

    private record Component(@Nullable String status) {}
}
