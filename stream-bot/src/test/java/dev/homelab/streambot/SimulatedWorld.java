package dev.homelab.streambot;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.platform.Settings;
import dev.homelab.streambot.encryption.Keyset;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The platforms that tests talk to, and a clock that they share with the service. */
public final class SimulatedWorld {

    /** Where the service says it is; {@link Browser} knows where it really is. */
    public static final String PUBLIC_URL = "http://localhost:8082";

    public static final String DASHBOARD_TOKEN = "dashboard-token-that-is-long-enough-0123456789";

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    static final Clock CLOCK = clock();

    /** One for the whole test run: it starts with the first test that needs it and ends with the JVM. */
    public static final PlatformSimulator PLATFORMS =
            PlatformSimulator.start(Settings.defaults().withClock(CLOCK));

    private SimulatedWorld() {}

    private static Clock clock() {
        InstantSource source = () -> Clock.systemUTC().instant().plus(AHEAD.get());
        return source.withZone(ZoneOffset.UTC);
    }

    /** Sets service and platforms this far ahead of the real time. */
    public static void ahead(Duration by) {
        AHEAD.set(by);
    }

    public static void backToNormal() {
        AHEAD.set(Duration.ZERO);
        PLATFORMS.accounts().forEach(account -> PLATFORMS.revoke(account.platform(), account.login()));
        PLATFORMS.faults().clear();
        PLATFORMS.requests().clear();
    }

    public static void register(DynamicPropertyRegistry properties) {
        properties.add("PUBLIC_URL", () -> PUBLIC_URL);
        properties.add("TOKEN_ENCRYPTION_KEYSET", Keyset::fresh);
        properties.add("INTERNAL_TOKEN_DASHBOARD", () -> DASHBOARD_TOKEN);
        properties.add("homelab.refresh.poll", () -> "24h");
        List.of("SIGN_INS", "LINKS", "CALLBACKS").forEach(name -> properties.add(name + "_PER_MINUTE", () -> "100000"));
        properties.add("homelab.platform-http.deadline", () -> "10s");
        for (Platform platform : Platform.values()) {
            environment(platform).forEach((name, value) -> properties.add(name, () -> value));
        }
    }

    /** The settings with which a service talks to a simulated platform, as an operator would write them. */
    static Map<String, String> environment(Platform platform) {
        String url = PLATFORMS.url(platform);
        var environment = new HashMap<String, String>();
        Map<String, String> paths = switch (platform) {
            case TWITCH ->
                Map.of(
                        "AUTHORIZATION_URL", "/oauth2/authorize",
                        "TOKEN_URL", "/oauth2/token",
                        "REVOCATION_URL", "/oauth2/revoke",
                        "VALIDATION_URL", "/oauth2/validate",
                        "API_URL", "/helix");
            case GOOGLE ->
                Map.of(
                        "AUTHORIZATION_URL", "/o/oauth2/v2/auth",
                        "TOKEN_URL", "/token",
                        "REVOCATION_URL", "/revoke",
                        "API_URL", "/youtube/v3",
                        "JWK_SET_URL", "/certs",
                        "ISSUER", "");
            case KICK ->
                Map.of(
                        "AUTHORIZATION_URL", "/oauth/authorize",
                        "TOKEN_URL", "/oauth/token",
                        "REVOCATION_URL", "/oauth/revoke",
                        "API_URL", "/public/v1");
        };
        String prefix = platform == Platform.GOOGLE ? "YOUTUBE_" : platform.name() + "_";
        paths.forEach((name, path) -> environment.put(prefix + name, url + path));
        environment.put(prefix + "CLIENT_ID", PLATFORMS.client(platform).id());
        environment.put(prefix + "CLIENT_SECRET", PLATFORMS.client(platform).secret());
        environment.put(prefix + "CALLS_PER_SECOND", "0");
        return environment;
    }

    /** Replaces the service's clock. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class SharedClock {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }
}
