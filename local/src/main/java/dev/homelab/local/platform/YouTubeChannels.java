package dev.homelab.local.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channel of whoever an access token belongs to; without one the answer has no {@code items} at all. */
record YouTubeChannels(Realm realm) {

    private static final String READ_ONLY = "https://www.googleapis.com/auth/youtube.readonly";

    Answer answer(Incoming request) {
        Token token = realm.grants()
                .accessToken(request.authorization("Bearer"))
                .orElseThrow(() -> new Refused(error(
                        401,
                        "UNAUTHENTICATED",
                        "authError",
                        "Request had invalid authentication credentials. Expected OAuth 2 access token.")));
        if (!token.grant().scopes().contains(READ_ONLY)) {
            return error(
                    403,
                    "PERMISSION_DENIED",
                    "insufficientPermissions",
                    "Request had insufficient authentication scopes.");
        }
        if (request.query().text("part").isEmpty()) {
            return error(
                    400, "INVALID_ARGUMENT", "missingRequiredParameter", "No value for required parameter: 'part'");
        }
        if (!request.query().text("mine").equals("true")) {
            return error(400, "INVALID_ARGUMENT", "missingRequiredParameter", "the simulator knows mine=true only");
        }
        return Answer.json(200, channels(realm.account(token.grant())));
    }

    private static Map<String, @Nullable Object> channels(Account account) {
        var list = Json.object("kind", "youtube#channelListResponse", "etag", "simulated");
        list.put("pageInfo", Json.object("totalResults", account.channel() ? 1 : 0, "resultsPerPage", 5));
        if (account.channel()) {
            var channel = Json.object("kind", "youtube#channel", "etag", "simulated", "id", channelId(account));
            channel.put(
                    "snippet",
                    Json.object(
                            "title",
                            account.displayName(),
                            "description",
                            "",
                            "customUrl",
                            "@" + account.login(),
                            "publishedAt",
                            "2018-03-01T10:00:00Z"));
            list.put("items", List.of(channel));
        }
        return list;
    }

    private static String channelId(Account account) {
        return "UC" + Fingerprint.of(account.id()).substring(0, 22);
    }

    private static Answer error(int code, String status, String reason, String message) {
        var details = Json.object("message", message, "domain", "global", "reason", reason);
        return Answer.json(
                code,
                "error",
                Json.object("code", code, "message", message, "errors", List.of(details), "status", status));
    }
}
