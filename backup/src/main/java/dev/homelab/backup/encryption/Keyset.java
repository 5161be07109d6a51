package dev.homelab.backup.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of the backups.
 *
 * @param keyset a Tink keyset of streaming AEAD keys as JSON, plain or in Base64; missing for backups that are not encrypted
 */
@ConfigurationProperties("homelab.backup.encryption")
public record Keyset(Secret keyset) {

    public Keyset {
        read(keyset);
    }

    Optional<StreamingAead> keys() {
        return read(keyset);
    }

    /** Whatever is wrong with a keyset, its text must not show in the failure. */
    private static Optional<StreamingAead> read(Secret keyset) {
        if (keyset.isMissing()) {
            return Optional.empty();
        }
        try {
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(
                    json(keyset.reveal()), StreamingAeadConfig2026.get(), InsecureSecretKeyAccess.get());
            return Optional.of(handle.getPrimitive(StreamingAeadConfig2026.get(), StreamingAead.class));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new InvalidSetting(
                    "BACKUP_ENCRYPTION_KEYSET",
                    "is not a Tink keyset of streaming AEAD keys",
                    "generate one with: java -jar backup.jar new-keyset");
        }
    }

    private static String json(String text) {
        return text.startsWith("{") ? text : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** A keyset with one new key, in Base64. */
    public static String fresh() {
        try {
            KeysetHandle handle = KeysetHandle.generateNew(
                    PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, StreamingAeadConfig2026.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, StreamingAeadConfig2026.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
