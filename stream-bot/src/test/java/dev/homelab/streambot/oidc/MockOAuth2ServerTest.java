package dev.homelab.streambot.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.refresh.FreshTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The mock-oauth2-server of navikt: ES256, no scopes in its answers, refresh tokens that are replaced. */
@ServiceTest
class MockOAuth2ServerTest extends OpenIdFlows {

    private static final String ISSUER = "streamers";
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final MockOAuth2Server SERVER = start();

    private final int port;
    private final JdbcClient database;
    private final FreshTokens tokens;

    @Autowired
    MockOAuth2ServerTest(@LocalServerPort int port, JdbcClient database, FreshTokens tokens, Claims claims) {
        super(port, database, tokens, claims);
        this.port = port;
        this.database = database;
        this.tokens = tokens;
    }

    private static MockOAuth2Server start() {
        var keys = new OAuth2TokenProvider(new KeyProvider(List.of(), "ES256"), (Instant) null);
        var server =
                new MockOAuth2Server(new OAuth2Config(false, null, null, true, keys, Set.of(), new NettyWrapper()));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("OIDC_CLIENT_ID", () -> CLIENT);
        properties.add("OIDC_CLIENT_SECRET", () -> SECRET);
        properties.add("OIDC_ISSUER", () -> SERVER.issuerUrl(ISSUER).toString());
        properties.add("OIDC_TITLE", () -> "Our own accounts");
        properties.add("OIDC_SCOPES", () -> "openid profile");
        properties.add("OIDC_CALLS_PER_SECOND", () -> "0");
    }

    @AfterAll
    static void stop() {
        SERVER.shutdown();
    }

    @Override
    String issuer() {
        return SERVER.issuerUrl(ISSUER).toString();
    }

    @Override
    String tokenPath() {
        return "/token";
    }

    @Override
    String allow(String authorizeUrl) throws Exception {
        return allow(authorizeUrl, Map.of("name", "Mia"));
    }

    private static String allow(String authorizeUrl, Map<String, Object> claims) throws Exception {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "mia", "JWT", null, claims, 3600));
        return send(HttpRequest.newBuilder(URI.create(authorizeUrl)).build())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** It never asks anybody, so that this is what a provider's page would send. */
    @Override
    String deny(String authorizeUrl) {
        return callback(authorizeUrl, "error=access_denied");
    }

    private static String callback(String authorizeUrl, String answer) {
        Matcher state = STATE.matcher(authorizeUrl);
        assertThat(state.find()).isTrue();
        return SimulatedWorld.PUBLIC_URL + "/oauth/oidc/callback?" + answer + "&state=" + state.group(1);
    }

    @Test
    void refusesAnIdTokenOfAnotherIssuerOrForAnotherClient() throws Exception {
        for (Map<String, Object> forged : List.<Map<String, Object>>of(
                Map.of("iss", "http://evil.example"), Map.of("aud", "another"), Map.of("nonce", "of another"))) {
            Browser person = new Browser(port);
            String callback = allow(Browser.location(person.get("/sign-in/oidc")), forged);
            assertThat(Browser.location(person.get(callback))).isEqualTo("/problem/platform");
        }
    }

    /** As providers do that give none without a scope of their own: people only sign in with them. */
    @Test
    void keepsALinkOfAProviderThatGivesNoRefreshToken() throws Exception {
        Browser person = new Browser(port);
        String started = Browser.location(person.get("/sign-in/oidc"));
        assertThat(Browser.location(person.get(allow(started)))).isEqualTo("/connections");
        UUID id = database.sql("UPDATE connection SET refresh_token = NULL RETURNING id")
                .query(UUID.class)
                .single();
        SimulatedWorld.ahead(Duration.ofHours(3));
        assertThat(tokens.of(id)).isInstanceOf(FreshTokens.Handed.NotNow.class);
        assertThat(database.sql("SELECT state FROM connection")
                        .query(String.class)
                        .single())
                .isEqualTo("LIVE");
        assertThat(person.get("/connections").body()).contains(">Live<").doesNotContain("is broken");
    }

    @Test
    void refusesACallbackThatNamesAnotherIssuer() {
        Browser person = new Browser(port);
        String started = Browser.location(person.get("/sign-in/oidc"));
        assertThat(Browser.location(person.get(callback(started, "code=any&iss=http%3A%2F%2Fevil.example"))))
                .isEqualTo("/problem/unusable");
    }
}
