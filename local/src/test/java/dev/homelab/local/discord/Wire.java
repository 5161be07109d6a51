package dev.homelab.local.discord;

import dev.homelab.local.discord.world.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** Plain HTTP to a simulator, for what JDA does not let out. */
final class Wire {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    Wire(DiscordSimulator simulator) {
        this.api = simulator.apiUrl();
    }

    record Answer(int status, JsonNode json) {

        int code() {
            return json.path("code").asInt();
        }

        /** The word for what is wrong with a field; the path to it is written with slashes. */
        String wrong(String field) {
            return json.at("/errors/" + field + "/_errors/0/code").asString("");
        }
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, "Bot " + DiscordSettings.BOT_TOKEN);
    }

    Answer send(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body().isEmpty() ? Json.object() : Json.read(answer.body()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }
}
