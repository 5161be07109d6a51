package dev.homelab.dashboard.status;

/** Something began to fail of itself. */
public record IncidentOpened(Incident incident) {}
