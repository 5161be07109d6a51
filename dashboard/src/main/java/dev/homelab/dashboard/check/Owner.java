package dev.homelab.dashboard.check;

/** Where a check comes from: only those of the page are changed in the page. */
public enum Owner {
    SYSTEM,
    FILE,
    PAGE
}
