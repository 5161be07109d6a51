package dev.homelab.dashboard.status;

/** All parts were looked at once more. */
public record RoundDone() {}
