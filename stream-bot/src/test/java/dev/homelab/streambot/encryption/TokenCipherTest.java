package dev.homelab.streambot.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCipherTest {

    private final TokenCipher cipher = cipher(Secret.of(Keyset.fresh()), "");

    private static TokenCipher cipher(Secret keyset, String file) {
        return new TokenCipher(new Keyset(keyset, file), List::of);
    }

    @Test
    void tellsWhatIsDamagedFromWhatHasItsKeyElsewhere() {
        byte[] closed = cipher.encrypt("token", "place");
        TokenCipher other = cipher(Secret.of(Keyset.fresh()), "");
        assertThatThrownBy(() -> other.decrypt(closed, "place")).is(missingItsKey(true));
        assertThatThrownBy(() -> cipher.decrypt(closed, "another place")).is(missingItsKey(false));
        assertThatThrownBy(() -> cipher.decrypt(new byte[20], "place")).is(missingItsKey(false));
    }

    private static Condition<Throwable> missingItsKey(boolean missing) {
        return new Condition<>(
                failure -> failure instanceof Undecipherable unreadable && unreadable.isKeyMissing() == missing,
                "is missing its key: " + missing);
    }

    @Test
    void opensWhatItClosedAtTheSamePlaceOnly() {
        byte[] closed = cipher.encrypt("token", "connection/twitch/1/access");
        assertThat(cipher.decrypt(closed, "connection/twitch/1/access")).isEqualTo("token");
        assertThatThrownBy(() -> cipher.decrypt(closed, "connection/twitch/2/access"))
                .isInstanceOf(Undecipherable.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(closed, "connection/twitch/1/access"))
                .isInstanceOf(Undecipherable.class)
                .hasMessageNotContaining("token\"");
    }

    @Test
    void takesAKeysetInBase64AndPlain() {
        String encoded = Keyset.fresh();
        String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        byte[] closed = cipher(Secret.of(encoded), "").encrypt("token", "place");
        assertThat(cipher(Secret.of(plain), "").decrypt(closed, "place")).isEqualTo("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"primaryKeyId\":1,\"key\":[]}", "c2VjcmV0"})
    void stopsTheStartForAnythingElse(String keyset) {
        assertThatThrownBy(() -> new Keyset(Secret.of(keyset), ""))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("TOKEN_ENCRYPTION_KEYSET ");
    }

    @Test
    void takesANewKeyOverWhileRunningAndStillOpensWhatTheOldOneClosed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keyset");
        String before = Keyset.fresh();
        Files.writeString(file, before);
        TokenCipher running = cipher(Secret.of(""), file.toString());
        byte[] old = running.encrypt("token", "place");
        String added = Keyset.withOneMoreKey(before);
        TokenCipher other = cipher(Secret.of(added), "");
        assertThat(running.currentPrefix()).isEqualTo(other.currentPrefix());

        Files.writeString(file, Keyset.withTheNewestKeyFirst(added));
        running.look();
        byte[] fresh = running.encrypt("token", "place");
        assertThat(Arrays.copyOf(fresh, 5)).isNotEqualTo(Arrays.copyOf(old, 5)).isEqualTo(running.currentPrefix());
        assertThat(running.decrypt(old, "place")).isEqualTo("token");
        assertThat(other.decrypt(fresh, "place"))
                .as("an instance that was told of the key before it was used")
                .isEqualTo("token");

        Files.writeString(file, "nonsense");
        running.look();
        assertThat(running.decrypt(fresh, "place")).isEqualTo("token");
    }
}
