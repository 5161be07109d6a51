/** Traces over OTLP, for those who set where to. */
@NullMarked
package dev.homelab.common.trace;

import org.jspecify.annotations.NullMarked;
