package dev.homelab.dashboard.status;

/** All of it is up again, gone or under maintenance. */
public record IncidentClosed(Incident incident) {}
