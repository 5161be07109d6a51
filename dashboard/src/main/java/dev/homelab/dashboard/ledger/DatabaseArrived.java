package dev.homelab.dashboard.ledger;

/**
 * PostgreSQL is there and has all tables, for the first time since the start. Whoever keeps something of it in memory takes it up
 * now, which may be before the first check or long after, and more than once.
 */
public record DatabaseArrived() {}
