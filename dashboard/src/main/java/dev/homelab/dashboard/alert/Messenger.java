package dev.homelab.dashboard.alert;

import java.io.IOException;

/** Delivers messages one way. */
interface Messenger {

    boolean delivers(Channel.Kind kind);

    /**
     * Delivers one, or throws: then it is tried again.
     *
     * @throws Undeliverable with a reason that holds no secret
     */
    void deliver(Channel channel, Message message) throws IOException, InterruptedException;
}
