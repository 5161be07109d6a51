package dev.homelab.streambot.oidc;

import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.refresh.FreshTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Spring Authorization Server: RS256, a page for consent, refresh tokens that are replaced. */
@ServiceTest
class SpringAuthorizationServerTest extends OpenIdFlows {

    private static final AuthorizationServer SERVER = AuthorizationServer.start();
    private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

    @Autowired
    SpringAuthorizationServerTest(@LocalServerPort int port, JdbcClient database, FreshTokens tokens, Claims claims) {
        super(port, database, tokens, claims);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("OIDC_CLIENT_ID", () -> CLIENT);
        properties.add("OIDC_CLIENT_SECRET", () -> SECRET);
        properties.add("OIDC_ISSUER", SERVER::issuer);
        properties.add("OIDC_TITLE", () -> "Our own accounts");
        properties.add("OIDC_CALLS_PER_SECOND", () -> "0");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    String issuer() {
        return SERVER.issuer();
    }

    @Override
    String tokenPath() {
        return "/oauth2/token";
    }

    @Override
    String allow(String authorizeUrl) throws Exception {
        return decide(authorizeUrl, "profile");
    }

    @Override
    String deny(String authorizeUrl) throws Exception {
        SERVER.forgetConsents();
        return decide(authorizeUrl);
    }

    private String decide(String authorizeUrl, String... scopes) throws Exception {
        HttpResponse<String> asked =
                send(HttpRequest.newBuilder(URI.create(authorizeUrl)).build());
        if (asked.statusCode() == 302) {
            return asked.headers().firstValue("Location").orElseThrow();
        }
        Matcher state = STATE.matcher(asked.body());
        if (!state.find()) {
            throw new AssertionError(asked.statusCode() + " " + asked.body());
        }
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", CLIENT, "state", state.group(1)));
        for (String scope : scopes) {
            form.put("scope", scope);
        }
        return send(form(issuer() + "/oauth2/authorize", form))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
