package dev.homelab.local.platform;

import dev.homelab.local.platform.AuthorizationRequest.Refreshable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google: granular consent, refresh tokens that stay and come only once, and {@code iss} on every callback. */
record Google(Realm realm, GoogleIdentity identity) implements Provider {

    private static final Set<String> SIGN_IN = Set.of("openid", "email", "profile");

    @Override
    public String authorizePath() {
        return "/o/oauth2/v2/auth";
    }

    @Override
    public Set<String> authorizeParameters() {
        return Set.of("access_type", "prompt", "include_granted_scopes", "login_hint", "nonce");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/token", Endpoint.TOKEN, this::token, Route.TOKEN_PARAMETERS),
                Route.post("/revoke", Endpoint.REVOKE, this::revocation, Set.of("token")),
                Route.get("/v1/userinfo", Endpoint.USERINFO, identity::userinfo, Set.of()),
                Route.get(
                        "/.well-known/openid-configuration",
                        Endpoint.DISCOVERY,
                        request -> identity.discovery(),
                        Set.of()),
                Route.get("/certs", Endpoint.CERTS, request -> identity.certs(), Set.of()),
                Route.get(
                        "/youtube/v3/channels",
                        Endpoint.CHANNELS,
                        new YouTubeChannels(realm)::answer,
                        Set.of("part", "mine")));
    }

    @Override
    public AuthorizationRequest authorization(Parameters query) {
        if (!realm.knowsClient(query.text("client_id"))) {
            throw new Refused(Html.error(401, "Error 401: invalid_client", "The OAuth client was not found."));
        }
        if (!realm.registered(query.text("redirect_uri"))) {
            throw new Refused(Html.error(
                    400, "Error 400: redirect_uri_mismatch", "This address is not registered for the client."));
        }
        if (!query.text("response_type").equals("code") || query.words("scope").isEmpty()) {
            throw new Refused(Html.error(
                    400, "Error 400: invalid_request", "response_type=code and at least one scope are required."));
        }
        String method = query.text("code_challenge_method");
        if (query.find("code_challenge") != null && !method.equals("S256")) {
            throw new Refused(Html.error(
                    400, "Error 400: invalid_request", "The simulator knows code_challenge_method S256 only."));
        }
        return new AuthorizationRequest(
                query.text("redirect_uri"),
                query.words("scope"),
                query.find("state"),
                query.find("code_challenge"),
                query.find("nonce"),
                refreshable(query));
    }

    private static Refreshable refreshable(Parameters query) {
        if (!query.text("access_type").equals("offline")) {
            return Refreshable.NEVER;
        }
        return query.words("prompt").contains("consent") ? Refreshable.ALWAYS : Refreshable.AT_FIRST_CONSENT;
    }

    @Override
    public boolean granular(String scope) {
        return !SIGN_IN.contains(scope);
    }

    @Override
    public String allow(AuthorizationRequest request, Account account, List<String> scopes) {
        var parameters = new LinkedHashMap<String, String>();
        List<String> longNames = scopes.stream().map(Google::longName).toList();
        parameters.put("iss", identity.issuer());
        parameters.put("code", realm.grants().allow(request, account, longNames));
        parameters.put("scope", String.join(" ", longNames));
        parameters.put("authuser", "0");
        parameters.put("prompt", "consent");
        return request.redirect(parameters);
    }

    /** Google takes {@code email} and {@code profile}, and answers with their long names. */
    private static String longName(String scope) {
        return scope.equals("email") || scope.equals("profile")
                ? "https://www.googleapis.com/auth/userinfo." + scope
                : scope;
    }

    @Override
    public String deny(AuthorizationRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", "access_denied");
        parameters.put("iss", identity.issuer());
        return request.redirect(parameters);
    }

    /** One revoked token takes with it everything the account has allowed this client. */
    @Override
    public void revoke(Grant grant) {
        realm.grants().end(other -> other.account().id().equals(grant.account().id()));
    }

    private Answer token(Incoming request) {
        Parameters form = request.form();
        Client basic = request.basic();
        Client client = basic == null ? new Client(form.text("client_id"), form.text("client_secret")) : basic;
        if (!realm.knowsClient(client.id())) {
            return error(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!realm.client().hasSecret(client.secret())) {
            return error(401, "invalid_client", "The provided client secret is invalid.");
        }
        try {
            return switch (form.text("grant_type")) {
                case "authorization_code" ->
                    tokens(realm.grants()
                            .redeem(form.text("code"), form.text("redirect_uri"), form.find("code_verifier")));
                case "refresh_token" -> tokens(realm.grants().refresh(form.text("refresh_token")));
                default -> error(400, "unsupported_grant_type", "Invalid grant_type: " + form.text("grant_type"));
            };
        } catch (GrantRefused refused) {
            return refusal(refused.reason());
        }
    }

    private static Answer refusal(GrantRefused.Reason reason) {
        return switch (reason) {
            case DEAD_CODE -> error(400, "invalid_grant", "Bad Request");
            case OTHER_REDIRECT -> error(400, "redirect_uri_mismatch", "Bad Request");
            case VERIFIER_MISSING -> error(400, "invalid_grant", "Missing code verifier.");
            case VERIFIER_WRONG -> error(400, "invalid_grant", "Invalid code verifier.");
            case DEAD_REFRESH_TOKEN -> DeadGrant.FIRST.answer(Platform.GOOGLE);
        };
    }

    private Answer tokens(Issued issued) {
        // Google's lifetime is an hour, of which the answer's own way has already taken a second.
        var body = Json.object("access_token", issued.accessToken());
        body.put("expires_in", Math.max(1, issued.expiresIn().toSeconds() - 1));
        if (issued.refreshToken() != null) {
            body.put("refresh_token", issued.refreshToken());
        }
        body.put("scope", String.join(" ", issued.grant().scopes()));
        body.put("token_type", "Bearer");
        if (issued.grant().scopes().contains("openid")) {
            body.put("id_token", identity.idToken(issued));
        }
        if (issued.grantEndsIn() != null) {
            body.put("refresh_token_expires_in", issued.grantEndsIn().toSeconds());
        }
        return Answer.json(200, body);
    }

    private Answer revocation(Incoming request) {
        @Nullable String form = request.form().find("token");
        return realm.grants()
                .find(form == null ? request.query().find("token") : form)
                .map(token -> {
                    revoke(token.grant());
                    return Answer.json(200, Map.of());
                })
                .orElseGet(() -> error(400, "invalid_token", "Token expired or revoked"));
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, "error", error, "error_description", description);
    }
}
