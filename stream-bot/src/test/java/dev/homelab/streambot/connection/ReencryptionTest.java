package dev.homelab.streambot.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.WholeLog;
import dev.homelab.streambot.encryption.KeysInUse;
import dev.homelab.streambot.encryption.Keyset;
import dev.homelab.streambot.encryption.TokenCipher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Keys change while the service runs. */
@ServiceTest
class ReencryptionTest {

    @TempDir
    private static Path folder;

    private final int port;
    private final JdbcClient database;
    private final TokenCipher cipher;
    private final Reencryption reencryption;
    private final Connections connections;
    private final TokenVault vault;

    @Autowired
    ReencryptionTest(
            @LocalServerPort int port,
            JdbcClient database,
            TokenCipher cipher,
            Reencryption reencryption,
            Connections connections,
            TokenVault vault) {
        this.port = port;
        this.database = database;
        this.cipher = cipher;
        this.reencryption = reencryption;
        this.connections = connections;
        this.vault = vault;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) throws IOException {
        SimulatedWorld.register(properties);
        Path file = folder.resolve("keyset");
        Files.writeString(file, Keyset.fresh());
        properties.add("TOKEN_ENCRYPTION_KEYSET_FILE", file::toString);
        properties.add("homelab.token-encryption.look", () -> "100ms");
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    @Test
    void bringsStoredTokensToTheNewestKeyAndLeavesDamagedOnesAlone() throws IOException {
        new Browser(port).signIn(Platform.KICK, "lumen");
        new Browser(port).signIn(Platform.TWITCH, "pixelpia");
        byte[] old = cipher.currentPrefix();
        database.sql("""
                        UPDATE connection SET access_token = set_byte(access_token, 20, get_byte(access_token, 20) # 1)
                        WHERE platform = 'twitch'""").update();

        Path file = folder.resolve("keyset");
        Files.writeString(file, Keyset.withTheNewestKeyFirst(Keyset.withOneMoreKey(Files.readString(file))));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !Arrays.equals(old, cipher.currentPrefix()));
        reencryption.run();

        assertThat(withPrefix(cipher.currentPrefix())).isEqualTo(1);
        assertThat(withPrefix(old)).isEqualTo(1);
        Connection kick = database.sql("SELECT id FROM connection WHERE platform = 'kick'")
                .query(java.util.UUID.class)
                .optional()
                .flatMap(connections::findById)
                .orElseThrow();
        assertThat(vault.open(kick).accessToken()).isNotBlank();
    }

    @Test
    void takesNoKeysetOverThatLacksAKeyWhichStoredTokensNeed() throws IOException {
        new Browser(port).signIn(Platform.GOOGLE, "lumen");
        byte[] old = cipher.currentPrefix();
        Path file = folder.resolve("keyset");
        String before = Files.readString(file);
        try (var log = new WholeLog()) {
            Files.writeString(file, Keyset.fresh());
            staysAt(old);
            database.sql("UPDATE connection SET access_token = ''").update();
            staysAt(old);
            assertThat(log.text())
                    .containsOnlyOnce("The keyset on disk is not taken over: TOKEN_ENCRYPTION_KEYSET lacks the key "
                            + Integer.toUnsignedString(ByteBuffer.wrap(old).getInt(1))
                            + ", with which the tokens of 1 links are encrypted");

            database.sql("DELETE FROM streamer").update();
            Awaitility.await().until(() -> !Arrays.equals(old, cipher.currentPrefix()));
        } finally {
            database.sql("DELETE FROM streamer").update();
            Files.writeString(file, before);
            Awaitility.await().until(() -> Arrays.equals(old, cipher.currentPrefix()));
        }
    }

    /** Over several looks at the file. */
    private void staysAt(byte[] key) {
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> Arrays.equals(key, cipher.currentPrefix()));
    }

    private long withPrefix(byte[] prefix) {
        return database.sql("SELECT count(*) FROM connection WHERE substring(refresh_token FROM 1 FOR 5) = ?")
                .param(prefix)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "00000000", "0000000000000000"})
    void startsWithTokensThatAreCutOffOrOverwritten(String hex) {
        new Browser(port).signIn(Platform.KICK, "lumen");
        database.sql("UPDATE connection SET access_token = ?")
                .param(HexFormat.of().parseHex(hex))
                .update();

        assertThatCode(reencryption::requireKeys).doesNotThrowAnyException();
        reencryption.run();
    }

    @Test
    void stopsTheStartWhenTheKeyOfStoredTokensIsMissing() {
        byte[] foreign = {1, 0, 0, 0, 7};
        assertThatThrownBy(() -> cipher.require(new KeysInUse.Used(foreign, 3)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("TOKEN_ENCRYPTION_KEYSET lacks the key 7, with which the tokens of 3 links are encrypted");
    }
}
