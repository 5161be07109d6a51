/** Incidents: which there were, what they were about, and what people have noted on them. */
@NullMarked
package dev.homelab.dashboard.web.incident;

import org.jspecify.annotations.NullMarked;
