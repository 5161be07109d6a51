package dev.homelab.dashboard.access.provider;

import org.springframework.security.core.AuthenticationException;

/** A provider knows them, and nobody here does. */
final class UnknownAccount extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final String id;

    UnknownAccount(String id) {
        super("nobody here has that account");
        this.id = id;
    }

    /** The provider's id, which an admin can enter. */
    String id() {
        return id;
    }
}
