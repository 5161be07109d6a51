package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do on the pages, as their browsers send it. */
class PageTest {

    private PlatformSimulator simulator;
    private PlatformClient google;
    private PlatformClient kick;

    @BeforeEach
    void start() {
        simulator = PlatformSimulator.start(Settings.defaults().withKeptRequests(3));
        google = PlatformClient.of(simulator, Platform.GOOGLE);
        kick = PlatformClient.of(simulator, Platform.KICK);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String page() {
        return kick.send(HttpRequest.newBuilder(URI.create(origin()))).body();
    }

    private String origin() {
        return "http://localhost:" + simulator.port() + "/";
    }

    private HttpResponse<String> submit(String action, String... namesAndValues) {
        String form = PlatformClient.pairs(namesAndValues).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return kick.send(HttpRequest.newBuilder(URI.create(origin() + "simulator/" + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form)));
    }

    private void goesBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    private String kickUrl() {
        return kick.authorizeUrl("/oauth/authorize", "user:read");
    }

    private String refreshToken(String login) {
        return json(kick.redeem("/oauth/token", simulator.allow(kickUrl(), login)))
                .get("refresh_token")
                .asString();
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void offersEveryFault(Fault.Kind kind) {
        goesBack(submit(
                "faults", "platform", "kick", "endpoint", "token", "fault", kind.id(), "times", "2", "amount", "5"));
        assertThat(page()).contains("<td>" + kind.id() + " (5)</td><td>2</td>");
        goesBack(submit("faults/clear", "platform", "kick", "endpoint", "token", "fault", kind.id()));
        assertThat(simulator.faults().all()).isEmpty();
    }

    @Test
    void revokesAGrantAndBansAnAccount() {
        String token = refreshToken("lumen");
        goesBack(submit("grants/revoke", "platform", "kick", "account", "lumen"));
        assertThat(kick.refresh("/oauth/token", token).statusCode()).isEqualTo(401);
        String other = refreshToken("pixelpia");
        goesBack(submit("accounts/ban", "platform", "kick", "account", "pixelpia"));
        assertThat(kick.refresh("/oauth/token", other).statusCode()).isEqualTo(401);
        assertThat(page()).contains("/simulator/accounts/unban");
    }

    @Test
    void setsEveryLifetimeDownToSeconds() {
        goesBack(submit(
                "lifetimes",
                "platform",
                "google",
                "code",
                "1",
                "access",
                "2",
                "grant",
                "3",
                "testing",
                "4",
                "unused",
                "5",
                "refreshTokens",
                "6",
                "rotation",
                "flexible"));
        assertThat(page())
                .contains("name=\"code\" value=\"1\"", "name=\"access\" value=\"2\"", "name=\"grant\" value=\"3\"")
                .contains("name=\"testing\" value=\"4\"", "name=\"unused\" value=\"5\"")
                .contains("name=\"refreshTokens\" value=\"6\"", "<option selected>flexible</option>");
        goesBack(submit("lifetimes", "platform", "google", "grant", "", "testing", "", "unused", ""));
        assertThat(simulator.lifetimes(Platform.GOOGLE).unused()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "lifetimes, acess, 3, 'the parameter ''acess'''",
        "lifetimes, access, 0, 'access is not a number from 1'",
        "faults, times, -1, 'times is not a number from 1'",
        "accounts, login, Évil<b>, 'a login has 1 to 25'",
        "accounts, login, lumen, 'is taken at Kick'"
    })
    void refusesWhatMakesNoSense(String action, String name, String value, String reason) {
        HttpResponse<String> answer = action.equals("faults")
                ? submit(action, "platform", "kick", "endpoint", "token", "fault", "hang", name, value)
                : submit(action, "platform", "kick", name, value);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void addsAnAccountFromThePageAndFromAConsent() {
        goesBack(submit("accounts", "platform", "kick", "login", "nova", "displayName", "", "channel", "true"));
        String query = URI.create(kickUrl()).getRawQuery();
        HttpResponse<String> added = kick.post(
                "/consent", Map.of("request", query, "decision", "add", "login", "comet", "displayName", "The Comet"));
        assertThat(added.statusCode()).isEqualTo(303);
        String consent = added.headers().firstValue("Location").orElseThrow();
        assertThat(consent).startsWith("/kick/oauth/authorize?");
        assertThat(kick.get(consent.substring("/kick".length())).body())
                .contains("value=\"nova\"", "The Comet", "no channel");
        assertThat(refreshToken("comet")).isNotEmpty();
    }

    @Test
    void letsPeopleUntickScopesAtGoogleOnly() {
        String url = google.authorizeUrl("/o/oauth2/v2/auth", "openid youtube");
        String consent = google.get(url.substring(simulator.url(Platform.GOOGLE).length()))
                .body();
        assertThat(consent).contains("value=\"openid\" checked disabled", "value=\"youtube\" checked>");
        HttpResponse<String> without = google.post(
                "/consent", Map.of("request", URI.create(url).getRawQuery(), "account", "lumen", "decision", "allow"));
        String location = without.headers().firstValue("Location").orElseThrow();
        assertThat(json(google.redeem("/token", location)).get("scope").asString())
                .isEqualTo("openid");
        assertThat(kick.get(kickUrl().substring(simulator.url(Platform.KICK).length()))
                        .body())
                .contains("value=\"user:read\" checked disabled", "all or nothing");
        assertThat(page()).contains("leave scopes out at Google only");
    }

    @Test
    void keepsTheNewestRequestsOnlyAndShowsThemWithoutSecrets() {
        IntStream.range(0, 5).forEach(i -> kick.refresh("/oauth/token", "a-refresh-token-" + i));
        assertThat(simulator.requests().all())
                .hasSize(3)
                .last()
                .extracting(request -> request.parameters().get("refresh_token"))
                .isEqualTo(Fingerprint.brief("a-refresh-token-4"));
        assertThat(page())
                .contains(Fingerprint.brief("a-refresh-token-2"))
                .doesNotContain("a-refresh-token-", "simulated-kick-secret", Fingerprint.brief("a-refresh-token-1"));
    }

    @Test
    void keepsNoRequestWholeThatIsTooLong() {
        kick.token("/oauth/token", "grant_type", "x".repeat(100_000));
        assertThat(simulator.requests().all().getLast().parameters().get("grant_type"))
                .hasSize(501);
    }
}
