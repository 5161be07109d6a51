package dev.homelab.local.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Google as an OpenID provider: discovery, keys, id tokens and who an access token belongs to. */
record GoogleIdentity(Realm realm, Supplier<String> address, IdTokens idTokens) {

    private static final String EMAIL = "https://www.googleapis.com/auth/userinfo.email";
    private static final String PROFILE = "https://www.googleapis.com/auth/userinfo.profile";

    String issuer() {
        return address.get();
    }

    Answer discovery() {
        String issuer = issuer();
        var document = Json.object("issuer", issuer, "authorization_endpoint", issuer + "/o/oauth2/v2/auth");
        document.put("token_endpoint", issuer + "/token");
        document.put("userinfo_endpoint", issuer + "/v1/userinfo");
        document.put("revocation_endpoint", issuer + "/revoke");
        document.put("jwks_uri", issuer + "/certs");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid", "email", "profile"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        return Answer.json(200, document);
    }

    Answer certs() {
        return Answer.json(200, idTokens.keySet());
    }

    Answer userinfo(Incoming request) {
        return realm.grants()
                .accessToken(request.authorization("Bearer"))
                .filter(token -> token.grant().scopes().contains("openid"))
                .map(token -> Answer.json(200, person(token.grant())))
                .orElseGet(
                        () -> Answer.json(401, "error", "invalid_request", "error_description", "Invalid Credentials"));
    }

    String idToken(Issued issued) {
        Instant now = realm.clock().instant();
        var claims = Json.object(
                "iss",
                issuer(),
                "azp",
                realm.client().id(),
                "aud",
                realm.client().id());
        claims.putAll(person(issued.grant()));
        if (issued.nonce() != null) {
            claims.put("nonce", issued.nonce());
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(3600).getEpochSecond());
        return idTokens.sign(claims);
    }

    private Map<String, @Nullable Object> person(Grant grant) {
        Account account = realm.account(grant);
        var person = Json.object("sub", account.id());
        if (grant.scopes().contains(EMAIL)) {
            person.putAll(Json.object("email", account.email(), "email_verified", true));
        }
        if (grant.scopes().contains(PROFILE)) {
            person.putAll(Json.object("name", account.displayName(), "given_name", account.displayName()));
        }
        return person;
    }
}
