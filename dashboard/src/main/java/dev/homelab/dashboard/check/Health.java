package dev.homelab.dashboard.check;

import java.util.Locale;

/** Worst first. {@code UNKNOWN} is what nobody could look at; it is never counted as up. */
public enum Health {
    DOWN,
    DEGRADED,
    UNKNOWN,
    UP;

    public boolean isWorseThan(Health other) {
        return compareTo(other) < 0;
    }

    /** As in texts' keys and styles: {@code down}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
