package dev.homelab.dashboard.access;

import java.util.Locale;

/** What somebody may: each may also what those before may. */
public enum Role {
    /** Sees health. */
    VIEWER,
    /** Sees tickets, of the types whose staff they are on Discord, and answers them. */
    SUPPORT,
    /** Everything. */
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
