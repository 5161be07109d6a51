package dev.homelab.dashboard.web;

import dev.homelab.common.page.Moments.Moment;

/**
 * A check on a page.
 *
 * @param tone up, warn, down or unknown: the colour
 * @param state in words
 * @param detail what was found, or what it suffers from
 * @param uptime of the last 90 days, in words
 */
public record CheckRow(
        String id,
        String title,
        String health,
        String tone,
        String state,
        String detail,
        Moment since,
        Bars bars,
        String uptime) {}
