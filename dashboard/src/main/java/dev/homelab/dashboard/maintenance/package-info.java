/** When something may fail without waking anybody. */
@NullMarked
package dev.homelab.dashboard.maintenance;

import org.jspecify.annotations.NullMarked;
