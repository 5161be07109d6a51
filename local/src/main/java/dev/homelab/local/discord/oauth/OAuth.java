package dev.homelab.local.discord.oauth;

import dev.homelab.local.discord.rest.Bearers;
import dev.homelab.local.discord.rest.RestApi;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sign-in with Discord: consent, codes, tokens, refresh, revocation.
 *
 * @see <a href="https://discord.com/developers/docs/topics/oauth2">Discord's description</a>
 */
public final class OAuth implements Bearers {

    private static final Set<String> SCOPES =
            Set.of("identify", "email", "guilds", "guilds.members.read", "openid", "connections");

    private static final Set<String> OPEN =
            Set.of("grant_type", "client_id", "redirect_uri", "scope", "token_type_hint");

    private final World world;
    private final String clientId;
    private final String clientSecret;
    private final Tokens tokens;

    public OAuth(World world, Clock clock, String clientId, String clientSecret) {
        this.world = world;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.tokens = new Tokens(clock);
    }

    /** {@code rest} keeps what is asked of the token and revoke routes among its requests. */
    public void addTo(RoutesConfig routes, RestApi rest) {
        routes.get("/oauth2/authorize", this::ask);
        routes.post("/oauth2/authorize", this::decide);
        kept(routes, rest, "/oauth2/token", this::token);
        kept(routes, rest, "/oauth2/token/revoke", this::revoke);
    }

    private static void kept(RoutesConfig routes, RestApi rest, String route, Consumer<Context> answer) {
        routes.post(
                RestApi.PREFIX + route,
                context -> rest.keep(context, route, shown(context), () -> answer.accept(context)));
    }

    /** The form for other eyes: nothing that is a secret, nor anything that might be one. */
    private static ObjectNode shown(Context context) {
        ObjectNode json = Json.object();
        context.formParamMap()
                .keySet()
                .forEach(name -> json.put(name, OPEN.contains(name) ? context.formParam(name) : "***"));
        return json;
    }

    @Override
    public @Nullable Grant find(String accessToken) {
        return tokens.grant(accessToken);
    }

    private void ask(Context context) {
        String wrong = wrong(context);
        if (wrong != null) {
            context.status(400).contentType("text/plain").result(wrong);
            return;
        }
        context.html(ConsentPage.html(world, context));
    }

    private @Nullable String wrong(Context context) {
        if (!clientId.equals(context.queryParam("client_id"))) {
            return "Unknown application: client_id";
        }
        if (!"code".equals(context.queryParam("response_type"))) {
            return "Invalid OAuth2 response_type";
        }
        String redirect = context.queryParam("redirect_uri");
        if (redirect == null || !redirect.matches("https?://[^#]+")) {
            return "Invalid OAuth2 redirect_uri";
        }
        for (String scope : scope(context).split(" ", -1)) {
            if (!SCOPES.contains(scope)) {
                return "Invalid OAuth2 scope: the simulator does not know " + scope;
            }
        }
        return null;
    }

    private static String scope(Context context) {
        return Objects.requireNonNullElse(context.queryParam("scope"), "").strip();
    }

    private void decide(Context context) {
        String wrong = wrong(context);
        if (wrong != null) {
            context.status(400).contentType("text/plain").result(wrong);
            return;
        }
        String redirect = Objects.requireNonNull(context.queryParam("redirect_uri"));
        String user = context.formParam("user");
        String answer = user == null || context.formParam("deny") != null
                ? "error=access_denied&error_description="
                        + encoded("The resource owner or authorization server denied the request")
                : "code=" + code(context, redirect, Snowflakes.parse(user));
        String state = context.queryParam("state");
        String suffix = state == null ? "" : "&state=" + encoded(state);
        context.redirect(redirect + (redirect.contains("?") ? "&" : "?") + answer + suffix);
    }

    private String code(Context context, String redirect, long userId) {
        world.user(userId);
        Grant grant = new Grant(userId, Set.of(scope(context).split(" ", -1)));
        return tokens.code(grant, redirect, context.queryParam("code_challenge"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void token(Context context) {
        if (!isClient(context)) {
            answer(context, 401, Json.object().put("error", "invalid_client"));
            return;
        }
        String type = String.valueOf(context.formParam("grant_type"));
        ObjectNode issued = switch (type) {
            case "authorization_code" ->
                tokens.redeem(
                        String.valueOf(context.formParam("code")),
                        context.formParam("redirect_uri"),
                        context.formParam("code_verifier"));
            case "refresh_token" -> tokens.refresh(String.valueOf(context.formParam("refresh_token")));
            default -> Json.object().put("error", "unsupported_grant_type");
        };
        answer(context, issued.has("error") ? 400 : 200, issued);
    }

    private void revoke(Context context) {
        if (!isClient(context)) {
            answer(context, 401, Json.object().put("error", "invalid_client"));
            return;
        }
        tokens.revoke(String.valueOf(context.formParam("token")));
        answer(context, 200, Json.object());
    }

    /** By HTTP Basic or in the form. */
    private boolean isClient(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            String pair = clientId + ":" + clientSecret;
            String expected = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return header.equals("Basic " + expected);
        }
        return clientId.equals(context.formParam("client_id"))
                && clientSecret.equals(context.formParam("client_secret"));
    }

    private static void answer(Context context, int status, ObjectNode json) {
        context.status(status).contentType("application/json").result(json.toString());
    }

    /** Takes every sign-in of the user back, as when they remove the application from their account. */
    public void forget(long userId) throws DiscordException {
        world.user(userId);
        tokens.forget(userId);
    }

    /** How many refresh tokens of the user would work now. */
    public int living(long userId) {
        return tokens.living(userId);
    }
}
