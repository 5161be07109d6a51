package dev.homelab.streambot.refresh;

/** What a breaker counts. */
final class PlatformTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlatformTrouble(String platform) {
        super(platform + " could not be asked", null, false, false);
    }
}
