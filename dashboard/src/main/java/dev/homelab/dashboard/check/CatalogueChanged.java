package dev.homelab.dashboard.check;

/** There are other checks than before. */
public record CatalogueChanged() {}
