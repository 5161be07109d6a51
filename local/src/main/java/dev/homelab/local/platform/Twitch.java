package dev.homelab.local.platform;

import dev.homelab.local.platform.AuthorizationRequest.Refreshable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Twitch: scopes as an array, secrets in the body only, its own error objects, and a validation endpoint. */
record Twitch(Realm realm) implements Provider {

    @Override
    public String authorizePath() {
        return "/oauth2/authorize";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/oauth2/token", Endpoint.TOKEN, this::token),
                Route.post("/oauth2/revoke", Endpoint.REVOKE, this::revocation),
                Route.get("/oauth2/validate", Endpoint.VALIDATE, this::validation),
                Route.get("/helix/users", Endpoint.USERS, this::users));
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
            case DEAD_REFRESH_TOKEN ->
                Answer.json(400, "error", "Bad Request", "status", 400, "message", "Invalid refresh token");
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

    private Answer validation(Incoming request) {
        @Nullable String presented = request.authorization("OAuth");
        if (presented == null) {
            presented = request.authorization("Bearer");
        }
        if (presented == null) {
            return error(401, "missing authorization token");
        }
        return realm.grants()
                .accessToken(presented)
                .map(this::valid)
                .orElseGet(() -> error(401, "invalid access token"));
    }

    private Answer valid(Token token) {
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

    private Answer users(Incoming request) {
        if (request.header("Client-Id").isEmpty()) {
            return unauthorized("Client ID is missing");
        }
        if (!realm.knowsClient(request.header("Client-Id"))) {
            return unauthorized("Client ID and OAuth token do not match");
        }
        if (!request.query().values().isEmpty()) {
            return error(400, "the simulator knows /helix/users without parameters only");
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

    private static Answer error(int status, String message) {
        return Answer.json(status, "status", status, "message", message);
    }

    private static Answer unauthorized(String message) {
        return Answer.json(401, "error", "Unauthorized", "status", 401, "message", message);
    }
}
