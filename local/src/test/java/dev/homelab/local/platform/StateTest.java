package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StateTest {

    private static final String TOKEN = "/oauth/token";

    @TempDir
    private Path folder;

    private Path file;

    private final Logger logger = (Logger) LoggerFactory.getLogger(StateFile.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void chooseFileAndListen() {
        file = folder.resolve("platforms.json");
        logger.setAdditive(false);
        logger.addAppender(said);
        said.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
        logger.setAdditive(true);
    }

    private PlatformSimulator start() {
        return PlatformSimulator.start(Settings.defaults().withStateFile(file));
    }

    private static PlatformClient kick(PlatformSimulator simulator) {
        return PlatformClient.of(simulator, Platform.KICK);
    }

    private static String allow(PlatformSimulator simulator) {
        return simulator.allow(kick(simulator).authorizeUrl("/oauth/authorize", "user:read"), "lumen");
    }

    private static String refreshToken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).get("refresh_token").asString();
    }

    @Test
    void refreshesALinkThatWasMadeBeforeARestart() {
        String spent;
        String living;
        try (PlatformSimulator simulator = start()) {
            spent = refreshToken(kick(simulator).redeem(TOKEN, allow(simulator)));
            living = refreshToken(kick(simulator).refresh(TOKEN, spent));
        }
        String next;
        try (PlatformSimulator simulator = start()) {
            next = refreshToken(kick(simulator).refresh(TOKEN, living));
        }
        try (PlatformSimulator simulator = start()) {
            assertThat(kick(simulator).refresh(TOKEN, spent).statusCode()).isEqualTo(401);
            assertThat(kick(simulator).refresh(TOKEN, next).body()).contains("invalid_grant");
        }
    }

    @Test
    void keepsAUsedCodeUsedAndAnUnusedOneGood() {
        String used;
        String unused;
        String token;
        try (PlatformSimulator simulator = start()) {
            used = allow(simulator);
            unused = allow(simulator);
            token = refreshToken(kick(simulator).redeem(TOKEN, used));
        }
        try (PlatformSimulator simulator = start()) {
            assertThat(kick(simulator).redeem(TOKEN, unused).statusCode()).isEqualTo(200);
            assertThat(kick(simulator).redeem(TOKEN, used).body()).contains("invalid_grant");
            assertThat(kick(simulator).refresh(TOKEN, token).body()).contains("invalid_grant");
        }
    }

    @Test
    void hasWrittenWhatItDidBeforeItAnswers() throws IOException {
        try (PlatformSimulator simulator = start()) {
            String code = allow(simulator);
            String token = refreshToken(kick(simulator).redeem(TOKEN, code));
            Path copy = folder.resolve("as-a-crash-leaves-it.json");
            Files.copy(file, copy);
            try (var other = PlatformSimulator.start(Settings.defaults().withStateFile(copy))) {
                assertThat(kick(other).redeem(TOKEN, code).statusCode()).isEqualTo(400);
            }
            assertThat(kick(simulator).refresh(TOKEN, token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void remembersAccountsLifetimesRotationAndTheSigningKey() {
        String keys;
        try (PlatformSimulator simulator = start()) {
            simulator.add(new Account(Platform.KICK, "77", "nova", "Nova", "nova@example.org", true, false));
            simulator.ban(Platform.KICK, "pixelpia");
            simulator.live(Platform.KICK, simulator.lifetimes(Platform.KICK).withAccessToken(Duration.ofSeconds(9)));
            simulator.rotate(Platform.KICK, Rotation.STAYS);
            keys = PlatformClient.of(simulator, Platform.GOOGLE).get("/certs").body();
        }
        try (PlatformSimulator simulator = start()) {
            assertThat(simulator.accounts())
                    .anyMatch(account -> account.login().equals("nova"))
                    .anyMatch(account -> account.login().equals("pixelpia") && account.banned());
            String token = refreshToken(kick(simulator).redeem(TOKEN, allow(simulator)));
            var refreshed = json(kick(simulator).refresh(TOKEN, token));
            assertThat(refreshed.get("expires_in").asInt()).isEqualTo(9);
            assertThat(refreshed.get("refresh_token").isNull()).isTrue();
            assertThat(PlatformClient.of(simulator, Platform.GOOGLE)
                            .get("/certs")
                            .body())
                    .isEqualTo(keys);
        }
    }

    @Test
    void writesForItsOwnerOnlyAndNoTokenInClear() throws IOException {
        try (PlatformSimulator simulator = start()) {
            String code = allow(simulator);
            var tokens = json(kick(simulator).redeem(TOKEN, code));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file))
                    .doesNotContain(PlatformClient.query(code).text("code"))
                    .doesNotContain(tokens.get("access_token").asString())
                    .doesNotContain(tokens.get("refresh_token").asString())
                    .doesNotContain(simulator.client(Platform.KICK).secret());
        }
    }

    @Test
    void setsABrokenFileAsideAndStartsAnew() throws IOException {
        for (String broken : new String[] {"", "null", "{}", "{\"accounts\":[", "[1]"}) {
            Files.writeString(file, broken);
            try (PlatformSimulator simulator = start()) {
                assertThat(simulator.accounts()).hasSize(9);
            }
            assertThat(folder.resolve("platforms.json.broken")).hasContent(broken);
            Files.delete(file);
        }
        assertThat(said.list)
                .hasSize(5)
                .extracting(ILoggingEvent::getFormattedMessage)
                .allMatch(
                        sentence -> sentence.contains(file + " cannot be read; it now lies in platforms.json.broken"));
    }

    @Test
    void setsAFileAsideThatSpeaksOfGrantsItDoesNotHold() throws IOException {
        try (PlatformSimulator simulator = start()) {
            kick(simulator).redeem(TOKEN, allow(simulator));
        }
        String torn = Files.readString(file).replaceFirst("\"grant\":1\\b", "\"grant\":2");
        Files.writeString(file, torn);
        try (PlatformSimulator simulator = start()) {
            assertThat(simulator.livingRefreshTokens(Platform.KICK, "lumen")).isZero();
        }
        assertThat(folder.resolve("platforms.json.broken")).hasContent(torn);
    }

    @Test
    void forgetsEverythingWithoutAFile() {
        String token;
        try (PlatformSimulator simulator = PlatformSimulator.start()) {
            token = refreshToken(kick(simulator).redeem(TOKEN, allow(simulator)));
        }
        try (PlatformSimulator simulator = PlatformSimulator.start()) {
            assertThat(kick(simulator).refresh(TOKEN, token).statusCode()).isEqualTo(401);
            assertThat(kick(simulator)
                            .post("/oauth/revoke?token=" + token, Map.of())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
