package dev.homelab.dashboard.alert;

/** It was not taken; the message says why, without the channel's address. */
final class Undeliverable extends Exception {

    private static final long serialVersionUID = 1L;

    Undeliverable(String why) {
        super(why);
    }
}
