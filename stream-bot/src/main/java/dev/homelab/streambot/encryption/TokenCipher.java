package dev.homelab.streambot.encryption;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Encrypts small secrets, each bound to the place it is kept at, so that moving it elsewhere makes it unreadable. */
@Component
public class TokenCipher {

    private final Aead aead;

    TokenCipher(Keyset keyset) {
        this.aead = keyset.aead();
    }

    /** {@code place} names the row and the column, such as {@code connection/twitch/42/access}. */
    public byte[] encrypt(String secret, String place) {
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot encrypt for " + place, broken);
        }
    }

    /** Throws {@link Undecipherable} for a changed, moved or foreign ciphertext, or one whose key is gone. */
    public String decrypt(byte[] ciphertext, String place) {
        try {
            return new String(aead.decrypt(ciphertext, place.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw new Undecipherable(place);
        }
    }
}
