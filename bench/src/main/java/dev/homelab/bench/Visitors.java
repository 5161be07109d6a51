package dev.homelab.bench;

import dev.homelab.local.platform.PlatformSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** People who sign in with Kick over and over: from the first click until they are sent to their links, cookies and all. */
final class Visitors {

    private static final int AT_ONCE = 8;

    private final PlatformSimulator platforms;
    private final String origin;
    private final String start;
    private final List<String> logins;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();

    /** @param start the path that sends people to Kick */
    Visitors(PlatformSimulator platforms, int port, String start, List<String> logins) {
        this.platforms = platforms;
        this.origin = "http://localhost:" + port;
        this.start = start;
        this.logins = logins;
    }

    /**
     * What people got.
     *
     * @param flows that came to their end
     */
    record Served(long flows, double perSecond, long p99) {}

    Served comeFor(Duration time) {
        millis.clear();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Together.run(AT_ONCE, who -> signInUntil(end, who));
        double took = (System.nanoTime() - begin) / 1e9;
        return new Served(millis.size(), millis.size() / took, new Percentiles(millis).at(99));
    }

    private void signInUntil(long end, int who) {
        for (int i = who; System.nanoTime() < end; i += AT_ONCE) {
            long begin = System.nanoTime();
            signIn(logins.get(i % logins.size()));
            millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
    }

    private void signIn(String login) {
        Map<String, String> cookies = new HashMap<>();
        String consent = get(origin + start, cookies);
        String callback = platforms.allow(consent, login);
        String landed = get(callback, cookies);
        if (!landed.endsWith("/connections")) {
            throw new IllegalStateException("somebody ended at " + landed);
        }
    }

    private String get(String address, Map<String, String> cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!cookies.isEmpty()) {
            request.header("Cookie", shown(cookies));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(header -> keep(cookies, header));
            return answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(address + " answered " + answer.statusCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String shown(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static void keep(Map<String, String> cookies, String header) {
        HttpCookie cookie = HttpCookie.parse(header).getFirst();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
