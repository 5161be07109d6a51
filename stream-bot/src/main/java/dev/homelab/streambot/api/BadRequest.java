package dev.homelab.streambot.api;

/** A request that can never be answered; the message says why. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequest(String message) {
        super(message);
    }
}
