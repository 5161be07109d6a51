package dev.homelab.streambot.connection;

import java.io.Serializable;
import java.util.UUID;

/**
 * A grant that is to be ended at its platform.
 *
 * @param token encrypted for this revocation alone
 */
@SuppressWarnings("ArrayRecordComponent")
record Revocation(String platform, UUID connection, UUID streamer, byte[] token) implements Serializable {

    private static final long serialVersionUID = 1;

    String place() {
        return "revocation/" + platform + "/" + connection;
    }
}
