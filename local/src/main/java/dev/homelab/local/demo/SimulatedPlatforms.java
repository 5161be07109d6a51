package dev.homelab.local.demo;

import dev.homelab.local.platform.Client;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.platform.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the stream-bot must be told to talk to a simulated platform instead of the real one. */
final class SimulatedPlatforms {

    private SimulatedPlatforms() {}

    static PlatformSimulator start(int port, Path stateFile) {
        return PlatformSimulator.start(Settings.defaults().withPort(port).withStateFile(stateFile));
    }

    /** {@code prefix} is that of the variables, such as {@code TWITCH_}. */
    static Map<String, String> settings(String prefix, Platform platform, PlatformSimulator simulator) {
        Client client = simulator.client(platform);
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "CLIENT_ID", client.id());
        settings.put(prefix + "CLIENT_SECRET", client.secret());
        addresses(platform, simulator.url(platform)).forEach((name, address) -> settings.put(prefix + name, address));
        return settings;
    }

    private static Map<String, String> addresses(Platform platform, String url) {
        return switch (platform) {
            case TWITCH ->
                Map.of(
                        "AUTHORIZATION_URL", url + "/oauth2/authorize",
                        "TOKEN_URL", url + "/oauth2/token",
                        "REVOCATION_URL", url + "/oauth2/revoke",
                        "VALIDATION_URL", url + "/oauth2/validate",
                        "API_URL", url + "/helix");
            case GOOGLE ->
                Map.of(
                        "AUTHORIZATION_URL", url + "/o/oauth2/v2/auth",
                        "TOKEN_URL", url + "/token",
                        "REVOCATION_URL", url + "/revoke",
                        "API_URL", url + "/youtube/v3",
                        "ISSUER", url,
                        "JWK_SET_URL", url + "/certs");
            case KICK ->
                Map.of(
                        "AUTHORIZATION_URL", url + "/oauth/authorize",
                        "TOKEN_URL", url + "/oauth/token",
                        "REVOCATION_URL", url + "/oauth/revoke",
                        "API_URL", url + "/public/v1");
        };
    }
}
