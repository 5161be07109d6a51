package dev.homelab.local.platform;

import dev.homelab.local.platform.AuthorizationRequest.Refreshable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kick: PKCE and a state are required, refresh tokens change each time, and introspection tells what a token is. */
record Kick(Realm realm, KickApi api) implements Provider {

    Kick(Realm realm) {
        this(realm, new KickApi(realm));
    }

    @Override
    public String authorizePath() {
        return "/oauth/authorize";
    }

    @Override
    public Set<String> authorizeParameters() {
        return Set.of();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/oauth/token", Endpoint.TOKEN, this::token, Route.TOKEN_PARAMETERS),
                Route.post("/oauth/revoke", Endpoint.REVOKE, this::revocation, Set.of("token", "token_hint_type")),
                Route.post("/oauth/token/introspect", Endpoint.INTROSPECT, api::introspection, Set.of()),
                Route.get("/public/v1/users", Endpoint.USERS, api::users, Set.of()),
                Route.get("/public/v1/channels", Endpoint.CHANNELS, api::channels, Set.of()));
    }

    @Override
    public AuthorizationRequest authorization(Parameters query) {
        if (!realm.knowsClient(query.text("client_id"))) {
            throw new Refused(error(401, "invalid_client", "The client is unknown"));
        }
        if (!realm.registered(query.text("redirect_uri"))) {
            throw Refused.badRequest("The redirect_uri is not registered");
        }
        if (!query.text("response_type").equals("code")) {
            throw Refused.badRequest("response_type must be code");
        }
        if (query.text("state").isEmpty()) {
            throw Refused.badRequest("state is required");
        }
        if (query.text("code_challenge").isEmpty()
                || !query.text("code_challenge_method").equals("S256")) {
            throw Refused.badRequest("code_challenge is required, with code_challenge_method S256");
        }
        return new AuthorizationRequest(
                query.text("redirect_uri"),
                query.words("scope"),
                query.find("state"),
                query.find("code_challenge"),
                null,
                Refreshable.ALWAYS);
    }

    @Override
    public boolean granular(String scope) {
        return false;
    }

    @Override
    public String allow(AuthorizationRequest request, Account account, List<String> scopes) {
        return redirect(request, Map.of("code", realm.grants().allow(request, account, scopes)));
    }

    @Override
    public String deny(AuthorizationRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", "access_denied");
        parameters.put("error_description", "The resource owner denied the request");
        return redirect(request, parameters);
    }

    /** Kick sends 127.0.0.1 to localhost, whatever the client asked for. */
    private static String redirect(AuthorizationRequest request, Map<String, String> parameters) {
        return request.redirect(parameters).replaceFirst("^(https?://)127\\.0\\.0\\.1(?=[:/?])", "$1localhost");
    }

    @Override
    public void revoke(Grant grant) {
        realm.grants().end(grant::equals);
    }

    private Answer token(Incoming request) {
        Parameters form = request.form();
        if (!realm.knowsClient(form.text("client_id")) || !realm.client().hasSecret(form.text("client_secret"))) {
            return error(401, "invalid_client", "Client authentication failed");
        }
        try {
            return switch (form.text("grant_type")) {
                case "authorization_code" ->
                    tokens(realm.grants()
                            .redeem(form.text("code"), form.text("redirect_uri"), form.find("code_verifier")));
                case "refresh_token" -> tokens(realm.grants().refresh(form.text("refresh_token")));
                default ->
                    error(
                            400,
                            "unsupported_grant_type",
                            "the simulator does not know the grant_type '" + form.text("grant_type") + "'");
            };
        } catch (GrantRefused refused) {
            return refusal(refused.reason());
        }
    }

    private static Answer refusal(GrantRefused.Reason reason) {
        return switch (reason) {
            case DEAD_CODE -> error(400, "invalid_grant", "The authorization code is invalid or has expired");
            case OTHER_REDIRECT -> error(400, "invalid_grant", "The redirect_uri does not match");
            case VERIFIER_MISSING, VERIFIER_WRONG -> error(400, "invalid_grant", "The code_verifier does not match");
            case DEAD_REFRESH_TOKEN -> DeadGrant.FIRST.answer(Platform.KICK);
        };
    }

    private static Answer tokens(Issued issued) {
        return Answer.json(
                200,
                "access_token",
                issued.accessToken(),
                "token_type",
                "Bearer",
                "refresh_token",
                issued.refreshToken(),
                "expires_in",
                issued.expiresIn().toSeconds(),
                "scope",
                String.join(" ", issued.grant().scopes()));
    }

    private Answer revocation(Incoming request) {
        if (request.query().text("token").isEmpty()) {
            return error(400, "invalid_request", "The query parameter token is missing");
        }
        realm.grants().find(request.query().find("token")).ifPresent(token -> revoke(token.grant()));
        return Answer.empty(200);
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, "error", error, "error_description", description);
    }
}
