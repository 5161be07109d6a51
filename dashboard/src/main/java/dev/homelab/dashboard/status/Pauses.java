package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import java.time.Instant;

/** Knows which checks are under maintenance. */
public interface Pauses {

    boolean isPaused(CheckId check, Instant at);
}
