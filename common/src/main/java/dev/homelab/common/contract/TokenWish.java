package dev.homelab.common.contract;

import static dev.homelab.common.contract.Given.given;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which token somebody needs.
 *
 * @param streamer whose link it has to be
 * @param scopes what it has to be good for, as the platform names it; empty for anything
 * @param feature what it has to be good for, as the stream-bot names it, such as chat-write; null for what the scopes say
 */
public record TokenWish(
        UUID connection,
        UUID streamer,
        List<String> scopes,
        @Nullable String feature) {

    public TokenWish {
        given(connection, "connection");
        given(streamer, "streamer");
        scopes = Given.list(scopes, "scopes");
    }
}
