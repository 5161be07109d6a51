package dev.homelab.streambot.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.IntStream;

/** The keys of a Tink keyset: the primary one encrypts, all of them decrypt. */
final class Keys {

    /** What Tink puts before a ciphertext: a version, and the id of the key. */
    private static final int PREFIX = 5;

    private final KeysetHandle handle;
    private final Aead aead;

    private Keys(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /** @param text JSON, plain or in Base64 */
    static Keys read(String text) throws GeneralSecurityException {
        return new Keys(TinkJsonProtoKeysetFormat.parseKeyset(
                json(text.strip()), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    private static String json(String text) {
        return text.startsWith("{") ? text : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** One new AES-256-GCM key. */
    static Keys fresh() throws GeneralSecurityException {
        return new Keys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    /** These and a new key, which decrypts and does not encrypt yet. */
    Keys withOneMore() throws GeneralSecurityException {
        return new Keys(KeysetHandle.newBuilder(handle)
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build());
    }

    /** The same keys, of which the newest encrypts. */
    Keys withTheNewestAsPrimary() throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle).setConfiguration(AeadConfig2026.get());
        builder.getAt(handle.size() - 1).makePrimary();
        return new Keys(builder.build());
    }

    /** In Base64, for a setting or a file. */
    String text() throws GeneralSecurityException {
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    Aead aead() {
        return aead;
    }

    /** How ciphertexts of the primary key begin. */
    byte[] primaryPrefix() {
        return ByteBuffer.allocate(PREFIX)
                .put((byte) 1)
                .putInt(handle.getPrimary().getId())
                .array();
    }

    /** Whether a ciphertext that begins like that is one of these keys'. */
    boolean know(byte[] prefix) {
        return prefix.length >= PREFIX && know(id(prefix));
    }

    private boolean know(int id) {
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .anyMatch(key -> key.getId() == id && key.getStatus() == KeyStatus.ENABLED);
    }

    boolean knowAllOf(Keys others) {
        return IntStream.range(0, others.handle.size())
                .mapToObj(others.handle::getAt)
                .filter(key -> key.getStatus() == KeyStatus.ENABLED)
                .allMatch(key -> know(key.getId()));
    }

    static boolean beginsAsCiphertext(byte[] text) {
        return text.length >= PREFIX && text[0] == 1;
    }

    static int id(byte[] prefix) {
        return ByteBuffer.wrap(prefix).getInt(1);
    }
}
