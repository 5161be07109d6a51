package dev.homelab.discordbot.web;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/** Encrypts readers' tokens with a key that is derived from the client's secret: a new secret ends their sessions. */
@Component
class TokenSeal {

    private static final String SALT =
            HexFormat.of().formatHex("homelab/discord-bot/reader-token".getBytes(StandardCharsets.US_ASCII));

    private final @Nullable BytesEncryptor encryptor;

    TokenSeal(SignInSettings settings) {
        this.encryptor = settings.enabled()
                ? AesGcmBytesEncryptor.withPassword(settings.clientSecret().reveal(), SALT)
                        .build()
                : null;
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
