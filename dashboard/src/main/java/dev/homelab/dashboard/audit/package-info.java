/** Who changed what. */
@NullMarked
package dev.homelab.dashboard.audit;

import org.jspecify.annotations.NullMarked;
