package dev.homelab.local.platform;

import dev.homelab.local.platform.AuthorizationRequest.Refreshable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Twitch: scopes as an array, secrets in the body only, its own error objects, and a validation endpoint. */
record Twitch(Realm realm, TwitchApi api) implements Provider {

    Twitch(Realm realm) {
        this(realm, new TwitchApi(realm));
    }

    @Override
    public String authorizePath() {
        return "/oauth2/authorize";
    }

    @Override
    public Set<String> authorizeParameters() {
        return Set.of("force_verify", "nonce");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/oauth2/token", Endpoint.TOKEN, this::token, Route.TOKEN_PARAMETERS),
                Route.post("/oauth2/revoke", Endpoint.REVOKE, this::revocation, Set.of("client_id", "token")),
                Route.get("/oauth2/validate", Endpoint.VALIDATE, api::validation, Set.of()),
                Route.get("/helix/users", Endpoint.USERS, api::users, Set.of()));
    }

    @Override
    public AuthorizationRequest authorization(Parameters query) {
        if (!realm.knowsClient(query.text("client_id"))) {
            throw new Refused(error(400, "invalid client"));
        }
        if (!realm.registered(query.text("redirect_uri"))) {
            throw new Refused(error(400, "Parameter redirect_uri does not match registered URI"));
        }
        if (!query.text("response_type").equals("code")) {
            throw new Refused(error(400, "the simulator knows response_type=code only"));
        }
        return new AuthorizationRequest(
                query.text("redirect_uri"),
                query.words("scope"),
                query.find("state"),
                query.text("code_challenge_method").equals("S256") ? query.find("code_challenge") : null,
                query.find("nonce"),
                Refreshable.ALWAYS);
    }

    @Override
    public boolean granular(String scope) {
        return false;
    }

    @Override
    public String allow(AuthorizationRequest request, Account account, List<String> scopes) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("code", realm.grants().allow(request, account, scopes));
        parameters.put("scope", String.join(" ", scopes));
        return request.redirect(parameters);
    }

    @Override
    public String deny(AuthorizationRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("error", "access_denied");
        parameters.put("error_description", "The user denied you access");
        return request.redirect(parameters);
    }

    @Override
    public void revoke(Grant grant) {
        realm.grants().end(grant::equals);
    }

    private Answer token(Incoming request) {
        Parameters form = request.form();
        if (form.text("client_id").isEmpty()) {
            return error(400, "missing client id");
        }
        if (!realm.knowsClient(form.text("client_id"))) {
            return error(400, "invalid client");
        }
        if (!realm.client().hasSecret(form.text("client_secret"))) {
            return error(403, "invalid client secret");
        }
        try {
            return switch (form.text("grant_type")) {
                case "authorization_code" ->
                    tokens(realm.grants()
                            .redeem(form.text("code"), form.text("redirect_uri"), form.find("code_verifier")));
                case "refresh_token" -> tokens(realm.grants().refresh(form.text("refresh_token")));
                default -> error(400, "the simulator does not know the grant_type '" + form.text("grant_type") + "'");
            };
        } catch (GrantRefused refused) {
            return refusal(refused.reason());
        }
    }

    private static Answer refusal(GrantRefused.Reason reason) {
        return switch (reason) {
            case DEAD_CODE -> error(400, "Invalid authorization code");
            case OTHER_REDIRECT -> error(400, "Parameter redirect_uri does not match registered URI");
            case VERIFIER_MISSING, VERIFIER_WRONG -> error(400, "Invalid code verifier");
            case DEAD_REFRESH_TOKEN -> DeadGrant.FIRST.answer(Platform.TWITCH);
        };
    }

    private static Answer tokens(Issued issued) {
        var body = Json.object("access_token", issued.accessToken());
        body.put("expires_in", issued.expiresIn().toSeconds());
        if (issued.refreshToken() != null) {
            body.put("refresh_token", issued.refreshToken());
        }
        body.put("scope", issued.grant().scopes());
        body.put("token_type", "bearer");
        return Answer.json(200, body);
    }

    private Answer revocation(Incoming request) {
        Parameters form = request.form();
        if (!realm.knowsClient(form.text("client_id"))) {
            return error(404, "client does not exist");
        }
        Optional<Token> token = realm.grants().find(form.find("token"));
        token.ifPresent(found -> revoke(found.grant()));
        return token.isPresent() ? Answer.empty(200) : error(400, "Invalid token");
    }

    static Answer error(int status, String message) {
        return Answer.json(status, "status", status, "message", message);
    }
}
