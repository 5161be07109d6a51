package dev.homelab.discordbot.api;

/** A request that is not as the contract describes it; the message names the field or parameter. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
