package dev.homelab.dashboard.status;

/** Something is believed or doubted that was not before. */
public record BoardChanged(Picture picture) {}
