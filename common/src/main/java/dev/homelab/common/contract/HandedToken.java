package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;

/**
 * A platform's access token; never to be stored or logged.
 *
 * @param scopes what it is good for; empty where the platform has not said
 * @param platform its id, such as twitch
 */
public record HandedToken(
        String accessToken, Instant expiresAt, List<String> scopes, String platform, String accountId) {

    public HandedToken {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "HandedToken[" + platform + ", expiresAt=" + expiresAt + "]";
    }
}
