package dev.homelab.streambot.connection;

/** Links were made, mended or removed, or are in another state now; renewals alone are no change. */
public record LinksChanged() {}
