package dev.homelab.streambot.oauth;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a platform for.
 *
 * @param streamerId who is linking; null for a sign-in
 * @param connectionId the link that is to be linked again; null otherwise
 * @param returnTo a path of ours
 */
@Embeddable
record Consent(
        String platform,

        @Enumerated(EnumType.STRING) @Column(columnDefinition = "text")
        Purpose purpose,

        @Nullable UUID streamerId,
        @Nullable UUID connectionId,
        String returnTo) {

    static Consent signIn(String platform, String returnTo) {
        return new Consent(platform, Purpose.SIGN_IN, null, null, returnTo);
    }

    static Consent link(String platform, UUID streamer, @Nullable UUID again, String returnTo) {
        return new Consent(platform, again == null ? Purpose.LINK : Purpose.LINK_AGAIN, streamer, again, returnTo);
    }
}
