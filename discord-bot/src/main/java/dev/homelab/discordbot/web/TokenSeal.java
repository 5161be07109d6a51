package dev.homelab.discordbot.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Encrypts readers' tokens with a key that is derived from the client's secret: a new secret ends their sessions. Discord draws
 * it at random, so that it needs none of the slow rounds that protect people's passwords.
 */
@Component
class TokenSeal {

    private static final byte[] PURPOSE = "homelab/discord-bot/reader-token".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private final @Nullable BytesEncryptor encryptor;

    TokenSeal(SignInSettings settings) {
        this.encryptor = settings.enabled()
                ? AesGcmBytesEncryptor.withSecretKey(key(settings.clientSecret().reveal()))
                        .build()
                : null;
    }

    private static SecretKey key(String secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF", e);
        }
    }

    String seal(String token) {
        return HexFormat.of().formatHex(present().encrypt(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws SignInExpired when the client's secret has changed since */
    String open(String sealed) {
        try {
            return new String(present().decrypt(HexFormat.of().parseHex(sealed)), StandardCharsets.UTF_8);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new SignInExpired(e);
        }
    }

    private BytesEncryptor present() {
        if (encryptor == null) {
            throw new SignInExpired(null);
        }
        return encryptor;
    }
}
