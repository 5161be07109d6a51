package dev.homelab.streambot.connection;

/** An account was not linked, and nothing was stored of it. */
public final class LinkRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; what a streamer may be told of it tells nothing about anybody else. */
    public enum Reason {
        /** It is linked to another streamer; accounts are never moved or merged. */
        LINKED_ELSEWHERE,
        /** It is not the account of the link that was to be linked again. */
        ANOTHER_ACCOUNT,
        /** The streamer has another account of that platform already. */
        ONE_PER_PLATFORM,
        /** The streamer has removed their last link meanwhile, and themselves with it. */
        STREAMER_GONE
    }

    private final Reason reason;

    LinkRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
