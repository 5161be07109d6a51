package dev.homelab.streambot;

import dev.homelab.local.platform.Platform;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps cookies, follows nothing by itself, and finds the CSRF token of a page. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String origin;
    private final String languages;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String address = "";

    public Browser(int port) {
        this(port, "en");
    }

    /** @param languages as {@code Accept-Language} */
    public Browser(int port, String languages) {
        this.origin = "http://localhost:" + port;
        this.languages = languages;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** From now on it comes through a proxy that says that this is its address. */
    public void comeFrom(String newAddress) {
        address = newAddress;
    }

    /** A path, or a whole address of the service as the platforms know it. */
    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(
                origin + address.replace(SimulatedWorld.PUBLIC_URL, "").replace(origin, ""))));
    }

    /** Posts a form of {@code /connections}, with its CSRF token. */
    public HttpResponse<String> post(String path, String... namesAndValues) {
        var form = new ArrayList<>(List.of("_csrf", csrf(get("/connections").body())));
        form.addAll(List.of(namesAndValues));
        return postWithoutToken(path, form.toArray(String[]::new));
    }

    public HttpResponse<String> postWithoutToken(String path, String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static String csrf(String page) {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new AssertionError("the page has no form: " + page);
        }
        return found.group(1);
    }

    /** Starts a sign-in and returns the platform's address that the browser is sent to. */
    public String startSignIn(Platform platform) {
        return location(get("/sign-in/" + pathName(platform)));
    }

    public String startLink(Platform platform) {
        return location(post("/connections/" + pathName(platform)));
    }

    /** Signs in and returns where the browser ends up. */
    public String signIn(Platform platform, String login) {
        return location(get(SimulatedWorld.PLATFORMS.allow(startSignIn(platform), login)));
    }

    public String link(Platform platform, String login) {
        return location(get(SimulatedWorld.PLATFORMS.allow(startLink(platform), login)));
    }

    public static String pathName(Platform platform) {
        return platform == Platform.GOOGLE ? "youtube" : platform.id();
    }

    public static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect but " + response.statusCode() + response.body()))
                .replaceFirst("^http://localhost:[0-9]+(?=/(connections|problem|[?]|$))", "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("Accept", "text/html, */*;q=0.5").header("Accept-Language", languages);
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String header) {
        HttpCookie cookie = HttpCookie.parse(header).getFirst();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
