package dev.homelab.dashboard.status;

/** A part is in another health than the round before. */
public record PartChanged(PartStatus status) {}
