package dev.homelab.streambot.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of this service.
 *
 * @param keyset a Tink keyset of AEAD keys as JSON, plain or in Base64; the primary key encrypts, all of them decrypt
 */
@ConfigurationProperties("homelab.token-encryption")
public record Keyset(Secret keyset) {

    private static final String SETTING = "TOKEN_ENCRYPTION_KEYSET";
    private static final String WAY_OUT = "generate one with: java -jar stream-bot.jar new-keyset";

    public Keyset {
        if (keyset.isMissing()) {
            throw new InvalidSetting(SETTING, "is missing", WAY_OUT);
        }
        aead(keyset);
    }

    Aead aead() {
        return aead(keyset);
    }

    /** A keyset with one new AES-256-GCM key, in Base64. */
    public static String fresh() {
        try {
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whatever is wrong with a keyset, its text must not show in the failure. */
    private static Aead aead(Secret keyset) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            json(keyset.reveal()), AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new InvalidSetting(SETTING, "is not a Tink keyset of AEAD keys", WAY_OUT);
        }
    }

    private static String json(String text) {
        return text.startsWith("{") ? text : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
