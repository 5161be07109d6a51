package dev.homelab.local.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks a person to allow.
 *
 * @param challenge the PKCE challenge, S256; null where the client sent none
 * @param refreshable whether a refresh token comes with the grant
 */
record AuthorizationRequest(
        String redirectUri,
        List<String> scopes,
        @Nullable String state,
        @Nullable String challenge,
        @Nullable String nonce,
        Refreshable refreshable) {

    /** When a grant carries a refresh token. */
    enum Refreshable {
        ALWAYS,
        NEVER,
        AT_FIRST_CONSENT
    }

    /** The redirect address with the parameters, and the state where there was one. */
    String redirect(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Parameters.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String withState = state == null ? query : query + "&state=" + Parameters.encode(state);
        return redirectUri + (redirectUri.contains("?") ? "&" : "?") + withState;
    }
}
