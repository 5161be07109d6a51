package dev.homelab.streambot.refresh;

import static dev.homelab.streambot.DiscordWorld.DISCORD;

import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Fault.Kind;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.DiscordWorld;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kit for Discord, as far as its simulator can be made to answer wrongly. */
class DiscordConformanceTest extends PlatformConformance {

    private static final String TOKEN = "/oauth2/token";

    @Autowired
    DiscordConformanceTest(@LocalServerPort int port, JdbcClient database, RefreshRun run, FreshTokens tokens) {
        super(port, database, run, tokens);
    }

    @Override
    String id() {
        return "discord";
    }

    @Override
    String start(Browser streamer) {
        if (streamer.cookies().isEmpty()) {
            streamer.signIn(Platform.TWITCH, "lumen");
        }
        return Browser.location(streamer.post("/connections/discord"));
    }

    @Override
    String allow(String authorizeUrl) {
        return DiscordWorld.allow(authorizeUrl, Worlds.MIA);
    }

    @Override
    String deny(String authorizeUrl) {
        return DiscordWorld.deny(authorizeUrl);
    }

    @Override
    public Set<Kind> known() {
        return EnumSet.of(
                Kind.DEAD_GRANT,
                Kind.INVALID_CLIENT,
                Kind.UNAUTHORIZED_CLIENT,
                Kind.TOO_MANY_REQUESTS,
                Kind.UNAVAILABLE,
                Kind.SERVER_ERROR,
                Kind.HTML,
                Kind.REDIRECT,
                Kind.LOWER_CASE_BEARER,
                Kind.WRONG_CONTENT_TYPE,
                Kind.EXPIRES_IN_MISSING,
                Kind.EXPIRES_IN_NEGATIVE,
                Kind.EXPIRES_IN_TEXT);
    }

    @Override
    void nextRefresh(Fault fault) {
        String wait = String.valueOf(fault.amount());
        switch (fault.kind()) {
            case DEAD_GRANT -> refuse(400, "invalid_grant", Map.of());
            case INVALID_CLIENT -> refuse(401, "invalid_client", Map.of());
            case UNAUTHORIZED_CLIENT -> refuse(400, "unauthorized_client", Map.of());
            case TOO_MANY_REQUESTS -> refuse(429, "", Map.of("Retry-After", wait));
            case UNAVAILABLE -> refuse(503, "", Map.of("Retry-After", wait));
            case SERVER_ERROR -> DISCORD.faults().rest().answer(1, 500, "POST", TOKEN);
            case HTML -> write(200, "text/html", "<!doctype html><title>Just a moment…</title>", Map.of());
            case REDIRECT -> write(302, "text/plain", "", Map.of("Location", "http://169.254.169.254/"));
            case LOWER_CASE_BEARER -> tokens("application/json", "\"token_type\":\"bearer\",\"expires_in\":604800");
            case WRONG_CONTENT_TYPE -> tokens("text/plain", "\"token_type\":\"Bearer\",\"expires_in\":604800");
            case EXPIRES_IN_MISSING -> tokens("application/json", "\"token_type\":\"Bearer\"");
            case EXPIRES_IN_NEGATIVE -> tokens("application/json", "\"token_type\":\"Bearer\",\"expires_in\":-1");
            case EXPIRES_IN_TEXT -> tokens("application/json", "\"token_type\":\"Bearer\",\"expires_in\":\"soon\"");
            default -> throw new IllegalArgumentException(fault.kind().id());
        }
    }

    private static void tokens(String type, String rest) {
        write(200, type, "{\"access_token\":\"next\"," + rest + "}", Map.of());
    }

    private static void refuse(int status, String error, Map<String, String> headers) {
        write(status, "application/json", "{\"error\":\"" + error + "\"}", headers);
    }

    private static void write(int status, String type, String body, Map<String, String> headers) {
        DISCORD.faults().rest().write(status, type, body, headers, "POST", TOKEN);
    }

    @Override
    int asked() {
        return (int) exchanges().stream()
                .filter(exchange -> exchange.route().equals(TOKEN))
                .count();
    }

    private static List<Exchange> exchanges() {
        return DISCORD.requests().all();
    }

    @Override
    void forgetRequests() {
        DISCORD.requests().clear();
    }

    @Override
    boolean grantLives() {
        return DISCORD.livingRefreshTokens(Worlds.MIA) > 0;
    }

    @Override
    void endGrant() {
        DISCORD.deauthorize(Worlds.MIA);
    }

    @Override
    void keepRefreshTokens() {
        tokens("application/json", "\"token_type\":\"Bearer\",\"expires_in\":604800");
    }

    @Override
    void backToUsual() {
        DISCORD.faults().rest().clear();
        DISCORD.deauthorize(Worlds.MIA);
    }

    @Override
    Set<String> grantedScopes() {
        return Set.of("identify");
    }
}
