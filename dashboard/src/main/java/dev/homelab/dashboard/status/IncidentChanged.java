package dev.homelab.dashboard.status;

/** An open incident has other causes, a higher severity or more that suffers from it. */
public record IncidentChanged(Incident before, Incident incident) {}
