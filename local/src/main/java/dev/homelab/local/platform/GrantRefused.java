package dev.homelab.local.platform;

/** No tokens, and why; each platform says it in its own words. */
final class GrantRefused extends Exception {

    private static final long serialVersionUID = 1;

    enum Reason {
        DEAD_CODE,
        OTHER_REDIRECT,
        VERIFIER_MISSING,
        VERIFIER_WRONG,
        DEAD_REFRESH_TOKEN
    }

    private final Reason reason;

    GrantRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
