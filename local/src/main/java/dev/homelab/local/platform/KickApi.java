package dev.homelab.local.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Kick tells about an access token and about whom it belongs to. */
record KickApi(Realm realm) {

    Answer users(Incoming request) {
        return api(request, "user:read", this::user);
    }

    Answer channels(Incoming request) {
        return api(request, "channel:read", this::channel);
    }

    Answer introspection(Incoming request) {
        @Nullable String presented = request.authorization("Bearer");
        if (presented == null) {
            return unauthorized();
        }
        Object data = realm.grants()
                .accessToken(presented)
                .<Object>map(this::active)
                .orElseGet(() -> Json.object("active", false));
        return Answer.json(200, "data", data, "message", "OK");
    }

    private Map<String, @Nullable Object> active(Token token) {
        return Json.object(
                "active",
                true,
                "client_id",
                realm.client().id(),
                "token_type",
                "user",
                "scope",
                String.join(" ", token.grant().scopes()),
                "exp",
                token.expires() == null ? 0 : token.expires().getEpochSecond());
    }

    private Answer api(Incoming request, String scope, Function<Grant, Object> data) {
        return realm.grants()
                .accessToken(request.authorization("Bearer"))
                .map(token -> token.grant().scopes().contains(scope)
                        ? Answer.json(200, "data", List.of(data.apply(token.grant())), "message", "OK")
                        : Answer.json(403, "data", Map.of(), "message", "Forbidden"))
                .orElseGet(KickApi::unauthorized);
    }

    private Object user(Grant grant) {
        Account account = realm.account(grant);
        return Json.object(
                "user_id",
                Long.valueOf(account.id()),
                "name",
                account.displayName(),
                "email",
                account.email(),
                "profile_picture",
                "");
    }

    private Object channel(Grant grant) {
        Account account = realm.account(grant);
        var channel = Json.object("broadcaster_user_id", Long.valueOf(account.id()), "slug", account.login());
        channel.putAll(Json.object("channel_description", "", "banner_picture", "", "stream_title", ""));
        channel.put("stream", Json.object("is_live", false, "viewer_count", 0, "language", "en"));
        return channel;
    }

    private static Answer unauthorized() {
        return Answer.json(401, "data", Map.of(), "message", "Unauthorized");
    }
}
