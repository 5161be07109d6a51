package dev.homelab.streambot.connection;

/** The account is linked to another streamer; accounts are never moved or merged. */
public final class LinkedElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1;

    LinkedElsewhere(String platform) {
        super("this " + platform + " account is linked to another streamer");
    }
}
