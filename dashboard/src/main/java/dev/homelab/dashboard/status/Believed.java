package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Look;

/** A look was taken, and that is what is believed after it. Published for each, so its listeners must be quick. */
public record Believed(Definition definition, Look look, Health health, boolean paused) {}
