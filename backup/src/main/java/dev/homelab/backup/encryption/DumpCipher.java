package dev.homelab.backup.encryption;

import com.google.crypto.tink.StreamingAead;
import dev.homelab.backup.problem.BackupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts dumps as streams, each tied to its place, so that one cannot be passed off as another. */
@Component
public class DumpCipher {

    private static final int BUFFER = 1 << 16;

    private final Optional<StreamingAead> keys;

    DumpCipher(Keyset keyset) {
        this.keys = keyset.keys();
    }

    public boolean isOn() {
        return keys.isPresent();
    }

    /** {@code place} names the backup and the database, such as {@code 2026-11-26T03-30-00Z/stream_bot}. */
    public void encrypt(Path plain, Path cipher, String place) {
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out =
                        keys.orElseThrow().newEncryptingStream(Files.newOutputStream(cipher), bytes(place))) {
            in.transferTo(out);
        } catch (IOException | GeneralSecurityException e) {
            throw new BackupProblem("the dump " + place + " cannot be encrypted", e);
        }
    }

    /** Throws {@link Undecipherable} for a changed, moved or foreign file, and for one whose key is not here. */
    public void decrypt(Path cipher, Path plain, String place) {
        StreamingAead aead =
                keys.orElseThrow(() -> new Undecipherable("it is encrypted, and BACKUP_ENCRYPTION_KEYSET is not set"));
        try (OutputStream out = Files.newOutputStream(plain);
                InputStream in = aead.newDecryptingStream(Files.newInputStream(cipher), bytes(place))) {
            copy(in, out);
        } catch (IOException | GeneralSecurityException e) {
            throw new BackupProblem("the dump " + place + " cannot be decrypted into the work folder", e);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException refused) {
            throw new Undecipherable("no key of BACKUP_ENCRYPTION_KEYSET opens it");
        }
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
