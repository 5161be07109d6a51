package dev.homelab.bench;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Links as the stream-bot would have stored them, encrypted with a keyset of this run. */
final class StormRows {

    private static final int BATCH = 1000;

    private final KeysetHandle keys;
    private final Aead aead;

    StormRows() {
        try {
            keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyset() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes so many links, none of them due, spread over the platforms. */
    void write(Database database, int links) {
        database.run("INSERT INTO streamer SELECT gen_random_uuid(), 'Streamer ' || i, now() FROM generate_series(1, "
                + links + ") i");
        for (int from = 0; from < links; from += BATCH) {
            database.run(batch(from, Math.min(links, from + BATCH)));
        }
        database.run("ANALYZE connection");
    }

    private String batch(int from, int until) {
        StringBuilder sql = new StringBuilder(
                "INSERT INTO connection (id, streamer_id, platform, account_id,"
                        + " account_name, scopes, access_token, refresh_token, linked_at, granted_at, expires_at, refresh_due,"
                        + " state) SELECT gen_random_uuid(), s.id, v.platform, v.account, v.account, 'read', v.access,"
                        + " v.refresh, now(), now(), now() + interval '4 hours', now() + interval '3 hours', 'LIVE' FROM (VALUES");
        for (int i = from; i < until; i++) {
            String platform = SlowPlatform.PLATFORMS.get(i % SlowPlatform.PLATFORMS.size());
            sql.append(i == from ? " (" : ", (")
                    .append("'" + platform + "', '" + i + "', ")
                    .append(sealed("access-of-" + i, platform, i, "access") + ", ")
                    .append(sealed("refresh-of-" + i, platform, i, "refresh") + ")");
        }
        return sql.append(") AS v (platform, account, access, refresh) JOIN streamer s ON s.name = 'Streamer ' ||"
                        + " (v.account::int + 1)")
                .toString();
    }

    /** Bound to its place, as decision 9 of the documents has it. */
    private String sealed(String token, String platform, int account, String kind) {
        try {
            String place = "connection/" + platform + "/" + account + "/" + kind;
            byte[] bytes = aead.encrypt(token.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
