package dev.homelab.local.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Twitch tells about an access token and about whom it belongs to. */
record TwitchApi(Realm realm) {

    Answer validation(Incoming request) {
        @Nullable String presented = request.authorization("OAuth");
        if (presented == null) {
            presented = request.authorization("Bearer");
        }
        if (presented == null) {
            return Twitch.error(401, "missing authorization token");
        }
        return realm.grants()
                .accessToken(presented)
                .map(this::validated)
                .orElseGet(() -> Twitch.error(401, "invalid access token"));
    }

    private Answer validated(Token token) {
        token.grant().validatedAt(realm.clock().instant());
        List<String> scopes = token.grant().scopes();
        return Answer.json(
                200,
                "client_id",
                realm.client().id(),
                "login",
                token.grant().account().login(),
                "scopes",
                scopes.isEmpty() ? null : scopes,
                "user_id",
                token.grant().account().id(),
                "expires_in",
                token.expires() == null
                        ? 0
                        : Duration.between(realm.clock().instant(), token.expires())
                                .toSeconds());
    }

    Answer users(Incoming request) {
        if (request.header("Client-Id").isEmpty()) {
            return unauthorized("Client ID is missing");
        }
        if (!realm.knowsClient(request.header("Client-Id"))) {
            return unauthorized("Client ID and OAuth token do not match");
        }
        return realm.grants()
                .accessToken(request.authorization("Bearer"))
                .map(token -> Answer.json(200, "data", List.of(user(token.grant()))))
                .orElseGet(() -> unauthorized("Invalid OAuth token"));
    }

    private Map<String, @Nullable Object> user(Grant grant) {
        Account account = realm.account(grant);
        var user = Json.object("id", account.id(), "login", account.login(), "display_name", account.displayName());
        user.putAll(Json.object("type", "", "broadcaster_type", "affiliate", "description", ""));
        user.putAll(Json.object("profile_image_url", "", "offline_image_url", "", "view_count", 0));
        if (grant.scopes().contains("user:read:email")) {
            user.put("email", account.email());
        }
        user.put("created_at", "2016-12-14T20:32:28Z");
        return user;
    }

    private static Answer unauthorized(String message) {
        return Answer.json(401, "error", "Unauthorized", "status", 401, "message", message);
    }
}
