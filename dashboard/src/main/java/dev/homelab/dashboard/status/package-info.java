/** The state of everything now, since when, and the one cause. */
@NullMarked
package dev.homelab.dashboard.status;

import org.jspecify.annotations.NullMarked;
