package dev.homelab.dashboard.access;

import java.util.Locale;

/** What a token of the API may. */
public enum TokenScope {
    READ,
    MANAGE_CHECKS,
    PUSH;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
