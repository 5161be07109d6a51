package dev.homelab.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Speaks raw HTTP with the simulator, as a client of a platform. */
record PlatformClient(PlatformSimulator simulator, Platform platform, HttpClient http) {

    static final String REDIRECT = "http://localhost:8082/oauth/callback";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-anybody-to-accept-it";

    static PlatformClient of(PlatformSimulator simulator, Platform platform) {
        return new PlatformClient(
                simulator,
                platform,
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    }

    String authorizeUrl(String path, String scope, String... more) {
        var query = pairs(more);
        query.putIfAbsent("client_id", simulator.client(platform).id());
        query.putIfAbsent("redirect_uri", REDIRECT);
        query.putIfAbsent("response_type", "code");
        query.putIfAbsent("scope", scope);
        query.putIfAbsent("state", "state 1");
        query.putIfAbsent("code_challenge", challenge());
        query.putIfAbsent("code_challenge_method", "S256");
        query.values().removeIf("-"::equals);
        return simulator.url(platform) + path + "?" + encode(query);
    }

    static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Fingerprint.sha256(VERIFIER));
    }

    static Parameters query(String location) {
        return Parameters.parse(URI.create(location).getRawQuery());
    }

    /** Asks for tokens with the client's id and secret in the body; {@code -} leaves a parameter out. */
    HttpResponse<String> token(String path, String... parameters) {
        return post(path, credentials(pairs(parameters)));
    }

    HttpResponse<String> redeem(String path, String location, String... parameters) {
        var form = pairs(parameters);
        form.putIfAbsent("grant_type", "authorization_code");
        form.putIfAbsent("code", query(location).text("code"));
        form.putIfAbsent("redirect_uri", REDIRECT);
        form.putIfAbsent("code_verifier", VERIFIER);
        return post(path, credentials(form));
    }

    HttpResponse<String> refresh(String path, String refreshToken) {
        return token(path, "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    private Map<String, String> credentials(Map<String, String> form) {
        form.putIfAbsent("client_id", simulator.client(platform).id());
        form.putIfAbsent("client_secret", simulator.client(platform).secret());
        form.values().removeIf("-"::equals);
        return form;
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = request(simulator.url(platform) + path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
        return send(request);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(simulator.url(platform) + path, headers));
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body());
    }

    static Map<String, String> pairs(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
