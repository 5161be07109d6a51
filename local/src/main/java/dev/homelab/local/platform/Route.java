package dev.homelab.local.platform;

import java.util.Set;
import java.util.function.Function;

/**
 * An address of a platform, below its prefix, and what answers there.
 *
 * @param parameters those of query and form that it knows; others are refused
 */
record Route(
        String method, String path, Endpoint endpoint, Function<Incoming, Answer> handler, Set<String> parameters) {

    static final Set<String> TOKEN_PARAMETERS = Set.of(
            "grant_type", "code", "redirect_uri", "code_verifier", "refresh_token", "client_id", "client_secret");

    static Route get(String path, Endpoint endpoint, Function<Incoming, Answer> handler, Set<String> parameters) {
        return new Route("GET", path, endpoint, handler, parameters);
    }

    static Route post(String path, Endpoint endpoint, Function<Incoming, Answer> handler, Set<String> parameters) {
        return new Route("POST", path, endpoint, handler, parameters);
    }

    Answer answer(Incoming request) {
        String where = method + " " + request.path();
        request.query().refuseUnknown(parameters, where);
        request.form().refuseUnknown(parameters, where);
        return handler.apply(request);
    }
}
