package dev.homelab.discordbot.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps the service's cookies, and follows nothing by itself. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final String languages;

    Browser(int port) {
        this(port, "en");
    }

    /** With the languages that it asks for, as in {@code Accept-Language}. */
    Browser(int port, String languages) {
        this.origin = "http://localhost:" + port;
        this.languages = languages;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** A path, or an address that the service has redirected to. */
    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(origin(address)), true);
    }

    HttpResponse<String> post(String path, String page) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("the page has no form");
        }
        return post(path, Map.of("_csrf", token.group(1)));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(form(origin(path), form), true);
    }

    private URI origin(String address) {
        return URI.create(address.startsWith("http") ? address : origin + address);
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Signs in with Discord as that user, by its consent page; returns where the service sends them then. */
    String signIn(long userId) {
        String consent = location(get("/tickets/sign-in/discord"));
        HttpResponse<String> allowed = send(form(URI.create(consent), Map.of("user", Long.toString(userId))), false);
        return location(get(location(allowed)));
    }

    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + ": " + response.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean ours) {
        request.header("Accept-Language", languages);
        if (ours && !cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            if (ours) {
                response.headers().allValues("Set-Cookie").stream()
                        .flatMap(header -> HttpCookie.parse(header).stream())
                        .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
