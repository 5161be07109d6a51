package dev.homelab.streambot.encryption;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of this service are.
 *
 * @param keyset a Tink keyset of AEAD keys as JSON, plain or in Base64
 * @param file the same in a file, which is read again when it changes; empty for none, and then the setting counts
 */
@ConfigurationProperties("homelab.token-encryption")
public record Keyset(Secret keyset, @DefaultValue("") String file) {

    private static final String SETTING = "TOKEN_ENCRYPTION_KEYSET";
    private static final String WAY_OUT = "generate one with: java -jar stream-bot.jar new-keyset";

    public Keyset {
        if (keyset.isMissing() && file.isEmpty()) {
            throw new InvalidSetting(SETTING, "is missing", WAY_OUT);
        }
        keys(keyset, file);
    }

    Keys keys() {
        return keys(keyset, file);
    }

    /** Whatever is wrong with a keyset, its text must not show in the failure. */
    private static Keys keys(Secret keyset, String file) {
        try {
            return Keys.read(file.isEmpty() ? keyset.reveal() : Files.readString(Path.of(file)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new InvalidSetting(SETTING, "is not a Tink keyset of AEAD keys", WAY_OUT);
        } catch (IOException unreadable) {
            throw new InvalidSetting(SETTING + "_FILE", "cannot be read", "name a file with a keyset in it");
        }
    }

    /** A keyset with one new key, in Base64. */
    public static String fresh() {
        try {
            return Keys.fresh().text();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** This keyset and one more key, which decrypts only: to be known to all instances before it is used. */
    public static String withOneMoreKey(String keyset) {
        try {
            return Keys.read(keyset).withOneMore().text();
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new InvalidSetting(SETTING, "is not a Tink keyset of AEAD keys", WAY_OUT);
        }
    }

    /** This keyset, with its newest key for whatever is encrypted from now on. */
    public static String withTheNewestKeyFirst(String keyset) {
        try {
            return Keys.read(keyset).withTheNewestAsPrimary().text();
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new InvalidSetting(SETTING, "is not a Tink keyset of AEAD keys", WAY_OUT);
        }
    }
}
