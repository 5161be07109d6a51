package dev.homelab.dashboard.alert;

/** Delivers messages one way. */
interface Messenger {

    boolean delivers(Channel.Kind kind);

    /**
     * Delivers one.
     *
     * @throws Undeliverable with a reason that holds no secret; then it is tried again
     */
    void deliver(Channel channel, Message message) throws Undeliverable;
}
