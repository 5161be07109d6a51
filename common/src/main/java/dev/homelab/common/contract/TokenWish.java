package dev.homelab.common.contract;

import static dev.homelab.common.contract.Given.given;

import java.util.List;
import java.util.UUID;

/**
 * Which token somebody needs.
 *
 * @param streamer whose link it has to be
 * @param scopes what it has to be good for, as the platform names it; empty for anything
 */
public record TokenWish(UUID connection, UUID streamer, List<String> scopes) {

    public TokenWish {
        given(connection, "connection");
        given(streamer, "streamer");
        scopes = Given.list(scopes, "scopes");
    }
}
