package dev.homelab.dashboard.web;

import dev.homelab.common.page.Moments.Moment;
import org.jspecify.annotations.Nullable;

/**
 * An incident on a page.
 *
 * @param tone of its colour
 * @param sentence what is to blame and what suffers
 * @param why what was found at the cause; empty where nothing more is known
 * @param closed null while it lasts
 * @param lasted how long, in words
 */
public record IncidentLine(
        String id,
        String tone,
        String severity,
        String sentence,
        String why,
        Moment opened,
        @Nullable Moment closed,
        String lasted) {}
