package dev.homelab.dashboard.web.containers;

import org.jspecify.annotations.Nullable;

/**
 * A container's page.
 *
 * @param line null where Docker does not answer and has not told of it before
 * @param exitCode a dash while it runs
 * @param check that looks at it
 * @param complaint why it could not start, or what its failing health check wrote
 * @param lines that it has written last
 * @param problem why Docker does not answer; null when it does
 */
record ContainerView(
        String name,
        @Nullable ContainerLine line,
        String exitCode,
        String check,
        String complaint,
        String lines,
        @Nullable String problem) {}
