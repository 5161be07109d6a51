package dev.homelab.dashboard.check;

import java.util.Locale;

/** How much it matters, worst first. */
public enum Severity {
    CRITICAL,
    WARNING,
    NOTE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
