package dev.homelab.streambot.audit;

/** What somebody did, or what happened to a link. */
public enum Action {
    SIGN_IN,
    LINK,
    LINK_AGAIN,
    /** A callback whose purpose nobody knows, as its state is not one of ours. */
    CALLBACK,
    SIGN_OUT,
    SIGN_OUT_EVERYWHERE,
    UNLINK,
    EXPORT,
    DELETE_ACCOUNT,
    REFRESH_NOW,
    HAND_OUT,
    LINK_DIED,
    REVOKE
}
