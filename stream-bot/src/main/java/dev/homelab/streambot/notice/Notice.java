package dev.homelab.streambot.notice;

import dev.homelab.common.contract.DirectMessage;
import dev.homelab.streambot.connection.LinkDied;
import dev.homelab.streambot.connection.LinkEnds;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a streamer is to be told.
 *
 * @param reason for a dead link
 * @param until for one that ends soon
 * @param of which death, or which grant: what makes it one of its kind
 */
record Notice(
        DirectMessage.Kind kind,
        UUID connection,
        UUID streamer,
        String platform,
        String account,
        @Nullable String reason,
        @Nullable Instant until,
        Instant of)
        implements Serializable {

    private static final long serialVersionUID = 1;

    static Notice of(LinkDied died) {
        return new Notice(
                DirectMessage.Kind.LINK_DIED,
                died.connection(),
                died.streamer(),
                died.platform(),
                died.account(),
                died.reason().code(),
                null,
                died.at());
    }

    static Notice of(LinkEnds ends) {
        return new Notice(
                DirectMessage.Kind.LINK_ENDS,
                ends.connection(),
                ends.streamer(),
                ends.platform(),
                ends.account(),
                null,
                ends.until(),
                ends.grantedAt());
    }

    /** The same for every try. */
    UUID key() {
        return UUID.nameUUIDFromBytes((kind + "/" + connection + "/" + of).getBytes(StandardCharsets.UTF_8));
    }
}
