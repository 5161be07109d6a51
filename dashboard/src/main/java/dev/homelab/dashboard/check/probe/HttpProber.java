package dev.homelab.dashboard.check.probe;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads a megabyte and follows five redirects, to http and https alone; what goes beyond costs nothing more. */
@Component
class HttpProber implements Prober<Target.Http> {

    private static final int MOST_REDIRECTS = 5;
    private static final int LARGEST = 1024 * 1024;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int BAD = 400;

    /** A certificate is that of the connection's beginning, so connections are not kept for longer. */
    private static final Duration CONNECTIONS_KEPT = Duration.ofMinutes(10);

    private final SSLContext trust;
    private final Clock clock;
    private HttpClient client;
    private Instant made;

    @Autowired
    HttpProber(Clock clock) throws NoSuchAlgorithmException {
        this(clock, SSLContext.getDefault());
    }

    /** Trusts whom that context trusts. */
    HttpProber(Clock clock, SSLContext trust) {
        this.clock = clock;
        this.trust = trust;
        // A session that is resumed shows the certificate of its beginning as well.
        trust.getClientSessionContext().setSessionTimeout(Math.toIntExact(CONNECTIONS_KEPT.toSeconds()));
        this.client = client(trust);
        this.made = clock.instant();
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .sslContext(trust)
                .build();
    }

    /** The one before ends by itself when nobody uses it any more. */
    private synchronized HttpClient client() {
        if (clock.instant().isAfter(made.plus(CONNECTIONS_KEPT))) {
            client = client(trust);
            made = clock.instant();
        }
        return client;
    }

    @Override
    public Class<Target.Http> kind() {
        return Target.Http.class;
    }

    @Override
    public Finding ask(Target.Http target, Duration atMost) throws IOException, InterruptedException {
        long started = System.nanoTime();
        URI next = target.url();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpRequest request = HttpRequest.newBuilder(next).timeout(atMost).build();
            HttpResponse<InputStream> response = client().send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Optional<URI> onward = onward(target, response);
                if (onward.isEmpty()) {
                    String text = new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
                    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                    return judged(target, response, text, millis);
                }
                next = onward.get();
            }
        }
        return Finding.down("http.redirects", MOST_REDIRECTS);
    }

    private static Optional<URI> onward(Target.Http target, HttpResponse<?> response) throws IOException {
        int status = response.statusCode();
        Optional<String> location = response.headers().firstValue("Location");
        if (status < REDIRECT
                || status >= BAD
                || location.isEmpty()
                || target.statuses().contains(status)) {
            return Optional.empty();
        }
        try {
            URI onward = response.uri().resolve(location.get());
            return Optional.of(Target.Http.of(onward).url());
        } catch (IllegalArgumentException _) {
            throw new IOException("it redirects to an address that is none");
        }
    }

    private Finding judged(Target.Http target, HttpResponse<?> response, String body, long millis) throws IOException {
        int status = response.statusCode();
        boolean good = target.statuses().isEmpty()
                ? status >= OK && status < REDIRECT
                : target.statuses().contains(status);
        if (!good) {
            return Finding.down("http.status", status);
        }
        if (!body.contains(target.contains())) {
            return Finding.down("http.body", target.contains());
        }
        Optional<Finding> json = json(target, body);
        if (json.isPresent()) {
            return json.get();
        }
        Optional<Long> days = certificateDays(response);
        if (days.isPresent() && days.get() < target.certificateDays()) {
            return Finding.degraded("http.certificate", days.get());
        }
        return target.slowMillis() > 0 && millis > target.slowMillis()
                ? Finding.degraded("http.slow", millis)
                : Finding.up("http.up", status);
    }

    private static Optional<Finding> json(Target.Http target, String body) {
        if (target.jsonPath().isEmpty()) {
            return Optional.empty();
        }
        try {
            Object found = JsonPath.read(body, target.jsonPath());
            return target.equal().equals(String.valueOf(found))
                    ? Optional.empty()
                    : Optional.of(Finding.down("http.json", target.jsonPath(), found));
        } catch (JsonPathException | IllegalArgumentException e) {
            return Optional.of(Finding.down("http.json-missing", target.jsonPath()));
        }
    }

    private Optional<Long> certificateDays(HttpResponse<?> response) throws SSLPeerUnverifiedException {
        if (response.sslSession().isEmpty()) {
            return Optional.empty();
        }
        Certificate[] chain = response.sslSession().get().getPeerCertificates();
        return List.of(chain).stream()
                .filter(X509Certificate.class::isInstance)
                .map(certificate ->
                        ((X509Certificate) certificate).getNotAfter().toInstant())
                .min(Instant::compareTo)
                .map(end -> Duration.between(clock.instant(), end).toDays());
    }
}
