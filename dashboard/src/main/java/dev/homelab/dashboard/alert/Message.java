package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Severity;
import java.time.Instant;

/**
 * An alert in words.
 *
 * @param title the one sentence
 * @param text why, and since when
 * @param link to the incident's page
 * @param over whether it is good news
 */
record Message(String key, String title, String text, String link, Severity severity, boolean over, Instant at) {}
