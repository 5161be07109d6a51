package dev.homelab.dashboard.status;

/** One incident turned out to be about the same as another, which goes on. */
public record IncidentMerged(Incident ended, Incident goesOn) {}
