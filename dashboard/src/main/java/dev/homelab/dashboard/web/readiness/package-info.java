/** Readiness as a page. */
@NullMarked
package dev.homelab.dashboard.web.readiness;

import org.jspecify.annotations.NullMarked;
