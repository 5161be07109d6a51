package dev.homelab.streambot.platform;

/** What a platform means when it refuses to give tokens. */
public enum RefusalMeaning {
    /** The streamer has to link again. */
    GRANT_IS_DEAD,
    /** Our client id or secret is wrong; no streamer can do anything about it. */
    WE_ARE_MISCONFIGURED,
    /** Try again later. */
    UNCLEAR
}
