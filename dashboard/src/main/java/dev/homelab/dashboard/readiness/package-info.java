/** Whether people may rely on this deployment: what must be so, what was seen, and what to do where it is not. */
@NullMarked
package dev.homelab.dashboard.readiness;

import org.jspecify.annotations.NullMarked;
