package dev.homelab.dashboard.check;

import java.time.Duration;
import java.time.Instant;

/**
 * One look at something.
 *
 * @param at when it began
 * @param took how long it took
 */
public record Look(CheckId check, Finding finding, Instant at, Duration took) {}
