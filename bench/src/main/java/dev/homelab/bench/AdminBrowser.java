package dev.homelab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An admin who is signed in to a dashboard. */
final class AdminBrowser {

    static final String PASSWORD = "bench-of-a-thousand";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String address;

    AdminBrowser(int port) {
        this.address = "http://localhost:" + port;
        signIn();
    }

    private void signIn() {
        Matcher token = CSRF.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The dashboard has no sign-in page.");
        }
        String form = "username=admin&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String place = send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
        if (place.contains("sign-in")) {
            throw new IllegalStateException("The dashboard did not let the admin in.");
        }
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Milliseconds until the first byte of a page's body is there. */
    double firstByte(String path) {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        try (InputStream body =
                send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            int first = body.read();
            double millis = (System.nanoTime() - start) / 1e6;
            if (first < 0) {
                throw new IllegalStateException("The page is empty.");
            }
            body.readAllBytes();
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stays open until it is closed. */
    InputStream open(String path) {
        return send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
