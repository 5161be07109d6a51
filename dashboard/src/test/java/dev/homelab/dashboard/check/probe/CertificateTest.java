package dev.homelab.dashboard.check.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Reason;
import dev.homelab.dashboard.check.Target;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site whose certificate is its own work and ends in ten days. */
class CertificateTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration LONG = Duration.ofSeconds(5);

    private @TempDir Path folder;
    private HttpsServer site;
    private HttpProber prober;

    @BeforeEach
    void start() throws IOException, InterruptedException, GeneralSecurityException {
        File store = folder.resolve("site.p12").toFile();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD),
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "10")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        SSLContext both = context(KeyStore.getInstance(store, PASSWORD));
        prober = new HttpProber(Clock.systemUTC(), both);
        site = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setHttpsConfigurator(new HttpsConfigurator(both));
        site.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        site.start();
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    private Target.Http warnedBefore(int days) {
        return new Target.Http(
                URI.create("https://localhost:" + site.getAddress().getPort() + "/"), List.of(), "", "", "", 0, days);
    }

    @Test
    void isDegradedWhenItsCertificateEndsSoonerThanItShould() throws IOException, InterruptedException {
        assertThat(prober.ask(warnedBefore(14), LONG)).isEqualTo(Finding.degraded("http.certificate", 9L));
        assertThat(prober.ask(warnedBefore(5), LONG).health()).isEqualTo(Health.UP);
        assertThat(prober.ask(warnedBefore(0), LONG).health()).isEqualTo(Health.UP);
    }

    @Test
    void isDownWhenNobodyVouchesForIt() throws GeneralSecurityException {
        HttpProber stranger = new HttpProber(Clock.systemUTC());
        assertThatThrownBy(() -> stranger.ask(warnedBefore(14), LONG))
                .satisfies(failure -> assertThat(Reason.of(failure).key()).isEqualTo("failed.tls"));
    }
}
