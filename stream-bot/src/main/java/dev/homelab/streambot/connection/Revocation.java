package dev.homelab.streambot.connection;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant that is to be ended at its platform.
 *
 * @param account at the platform; null in what a version of before has written down
 * @param token encrypted for this revocation alone
 */
@SuppressWarnings("ArrayRecordComponent")
record Revocation(String platform, @Nullable String account, UUID connection, UUID streamer, byte[] token)
        implements Serializable {

    private static final long serialVersionUID = 1;

    String place() {
        return place(platform, connection);
    }

    static String place(String platform, UUID connection) {
        return "revocation/" + platform + "/" + connection;
    }
}
