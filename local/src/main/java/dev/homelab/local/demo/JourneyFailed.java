package dev.homelab.local.demo;

/** A step of the journey did not go as it should; the message says what was expected and what was seen. */
final class JourneyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JourneyFailed(String message) {
        super(message);
    }
}
