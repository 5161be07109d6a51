package dev.homelab.discordbot.web;

import dev.homelab.common.http.OutboundHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Discord says about the holder of a token. */
@Component
class DiscordUsers {

    private static final OutboundHttp OUTBOUND =
            new OutboundHttp(Duration.ofSeconds(3), Duration.ofSeconds(5), DataSize.ofMegabytes(1));

    record User(long id, String shownName) {}

    private final RestClient http;
    private final JsonMapper json;

    DiscordUsers(SignInSettings settings, JsonMapper json) {
        this.http = OUTBOUND.applyTo(RestClient.builder())
                .baseUrl(settings.apiUri())
                .build();
        this.json = json;
    }

    User self(String token) {
        JsonNode user = ask(token, "users/@me").orElseThrow(() -> new SignInExpired(null));
        String shown = user.path("global_name").asString("");
        return new User(
                user.path("id").asLong(),
                shown.isBlank() ? user.path("username").asString("?") : shown);
    }

    List<Long> guilds(String token) {
        return ask(token, "users/@me/guilds").stream()
                .flatMap(JsonNode::valueStream)
                .map(guild -> guild.path("id").asLong())
                .toList();
    }

    /** The user's roles in a server; empty when they are no member of it. */
    Optional<Set<Long>> roles(String token, long guildId) {
        return ask(token, "users/@me/guilds/" + guildId + "/member")
                .map(member -> member.path("roles")
                        .valueStream()
                        .map(JsonNode::asLong)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<JsonNode> ask(String token, String path) {
        Optional<JsonNode> answer = http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange((request, response) -> read(response));
        return answer == null ? Optional.empty() : answer;
    }

    private Optional<JsonNode> read(ClientHttpResponse response) throws IOException {
        if (response.getStatusCode() == HttpStatus.UNAUTHORIZED) {
            throw new SignInExpired(null);
        }
        if (response.getStatusCode() == HttpStatus.NOT_FOUND || response.getStatusCode() == HttpStatus.FORBIDDEN) {
            return Optional.empty();
        }
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new DiscordAway();
        }
        try {
            return Optional.of(json.readTree(response.getBody().readAllBytes()));
        } catch (JacksonException e) {
            throw new DiscordAway();
        }
    }
}
