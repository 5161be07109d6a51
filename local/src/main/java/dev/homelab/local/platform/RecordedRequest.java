package dev.homelab.local.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request that a client made.
 *
 * @param parameters of query and form; whatever may be secret is a short hash ({@code #} and 10 digits)
 * @param headers those that matter to OAuth, with the same care
 */
public record RecordedRequest(
        Instant at,
        Platform platform,
        Endpoint endpoint,
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers) {

    private static final int LONGEST = 500;

    private static final Set<String> NO_SECRETS = Set.of(
            "access_type",
            "client_id",
            "code_challenge_method",
            "grant_type",
            "include_granted_scopes",
            "mine",
            "part",
            "prompt",
            "redirect_uri",
            "response_type",
            "scope",
            "token_type_hint",
            "token_hint_type");

    static RecordedRequest of(Instant at, Platform platform, Endpoint endpoint, Incoming request) {
        var parameters = new LinkedHashMap<String, String>();
        request.query().values().keySet().forEach(name -> parameters.put(name, shown(name, request.query())));
        request.form().values().keySet().forEach(name -> parameters.put(name, shown(name, request.form())));
        return new RecordedRequest(
                at, platform, endpoint, request.method(), request.path(), parameters, headers(request));
    }

    private static String shown(String name, Parameters parameters) {
        String value = String.join(",", parameters.all(name));
        return NO_SECRETS.contains(name) ? cut(value) : Fingerprint.brief(value);
    }

    /** The ring is bounded by number, so each text has to be as well. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static Map<String, String> headers(Incoming request) {
        var headers = new TreeMap<String, String>();
        for (String name : Set.of("Accept", "Client-Id", "Content-Type", "User-Agent")) {
            headers.put(name, cut(request.header(name)));
        }
        String[] authorization = request.header("Authorization").split(" ", 2);
        if (authorization.length == 2) {
            headers.put("Authorization", cut(authorization[0]) + " " + Fingerprint.brief(authorization[1]));
        }
        headers.values().removeIf(String::isEmpty);
        return headers;
    }
}
