package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.Action;

/** What a consent is for. */
enum Purpose {
    SIGN_IN(Action.SIGN_IN),
    LINK(Action.LINK),
    /** For a link that is there, to repair it or to grant it more. */
    LINK_AGAIN(Action.LINK_AGAIN);

    private final Action action;

    Purpose(Action action) {
        this.action = action;
    }

    Action action() {
        return action;
    }
}
