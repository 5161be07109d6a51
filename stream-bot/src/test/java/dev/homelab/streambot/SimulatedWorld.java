package dev.homelab.streambot;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.platform.Settings;
import dev.homelab.streambot.encryption.Keyset;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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
        List.of("TWITCH", "YOUTUBE", "KICK").forEach(name -> properties.add(name + "_CALLS_PER_SECOND", () -> "0"));
        properties.add("homelab.platform-http.deadline", () -> "2s");
        platform(
                properties,
                Platform.TWITCH,
                "TWITCH",
                "/oauth2/authorize",
                "/oauth2/token",
                "/oauth2/revoke",
                "/helix");
        platform(properties, Platform.GOOGLE, "YOUTUBE", "/o/oauth2/v2/auth", "/token", "/revoke", "/youtube/v3");
        platform(properties, Platform.KICK, "KICK", "/oauth/authorize", "/oauth/token", "/oauth/revoke", "/public/v1");
        properties.add("TWITCH_VALIDATION_URL", () -> PLATFORMS.url(Platform.TWITCH) + "/oauth2/validate");
        properties.add("YOUTUBE_ISSUER", () -> PLATFORMS.url(Platform.GOOGLE));
        properties.add("YOUTUBE_JWK_SET_URL", () -> PLATFORMS.url(Platform.GOOGLE) + "/certs");
    }

    private static void platform(
            DynamicPropertyRegistry properties,
            Platform platform,
            String prefix,
            String authorize,
            String token,
            String revoke,
            String api) {
        String url = PLATFORMS.url(platform);
        properties.add(prefix + "_CLIENT_ID", () -> PLATFORMS.client(platform).id());
        properties.add(
                prefix + "_CLIENT_SECRET", () -> PLATFORMS.client(platform).secret());
        properties.add(prefix + "_AUTHORIZATION_URL", () -> url + authorize);
        properties.add(prefix + "_TOKEN_URL", () -> url + token);
        properties.add(prefix + "_REVOCATION_URL", () -> url + revoke);
        properties.add(prefix + "_API_URL", () -> url + api);
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
