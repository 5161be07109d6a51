package dev.homelab.local.discord.oauth;

import dev.homelab.local.discord.rest.Bearers.Grant;
import dev.homelab.local.discord.world.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Codes, used once within ten minutes; access tokens for a week; refresh tokens, replaced at each use. */
final class Tokens {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration ACCESS_LIFETIME = Duration.ofDays(7);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Access> access = new HashMap<>();
    private final Map<String, Grant> refresh = new HashMap<>();

    private record Code(
            Grant grant, String redirect, @Nullable String challenge, Instant until) {}

    private record Access(Grant grant, Instant until, String refreshToken) {}

    Tokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String code(Grant grant, String redirect, @Nullable String challenge) {
        String code = secret();
        codes.put(code, new Code(grant, redirect, challenge, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    synchronized ObjectNode redeem(String code, @Nullable String redirect, @Nullable String verifier) {
        Code known = codes.remove(code);
        boolean good = known != null
                && known.until().isAfter(clock.instant())
                && known.redirect().equals(redirect)
                && (known.challenge() == null || known.challenge().equals(challenge(String.valueOf(verifier))));
        return good && known != null ? issue(known.grant()) : refused("Invalid \"code\" in request.");
    }

    synchronized ObjectNode refresh(String token) {
        Grant grant = refresh.remove(token);
        if (grant == null) {
            return refused("Invalid refresh token");
        }
        access.values().removeIf(each -> each.refreshToken().equals(token));
        return issue(grant);
    }

    private static ObjectNode refused(String why) {
        return Json.object().put("error", "invalid_grant").put("error_description", why);
    }

    private ObjectNode issue(Grant grant) {
        String token = secret();
        String refreshToken = secret();
        access.put(token, new Access(grant, clock.instant().plus(ACCESS_LIFETIME), refreshToken));
        refresh.put(refreshToken, grant);
        return Json.object()
                .put("token_type", "Bearer")
                .put("access_token", token)
                .put("expires_in", ACCESS_LIFETIME.toSeconds())
                .put("refresh_token", refreshToken)
                .put("scope", String.join(" ", grant.scopes()));
    }

    /** Ends the access token and the refresh token that belong together. */
    synchronized void revoke(String token) {
        Access known = access.remove(token);
        String gone = known == null ? token : known.refreshToken();
        refresh.remove(gone);
        access.values().removeIf(each -> each.refreshToken().equals(gone));
    }

    synchronized void forget(long userId) {
        access.values().removeIf(each -> each.grant().userId() == userId);
        refresh.values().removeIf(grant -> grant.userId() == userId);
    }

    synchronized int living(long userId) {
        return (int) refresh.values().stream()
                .filter(grant -> grant.userId() == userId)
                .count();
    }

    synchronized @Nullable Grant grant(String token) {
        Access known = access.get(token);
        return known == null || !known.until().isAfter(clock.instant()) ? null : known.grant();
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
