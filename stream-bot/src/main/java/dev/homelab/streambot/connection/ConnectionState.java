package dev.homelab.streambot.connection;

/** How a link is. */
public enum ConnectionState {
    /** Its tokens work. */
    LIVE,
    /** The platform could not be asked last time; the tokens may still work. */
    RETRYING,
    /** The platform has ended it: the streamer must link again. */
    BROKEN
}
