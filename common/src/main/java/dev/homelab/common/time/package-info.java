/** The one clock of a service. */
@NullMarked
package dev.homelab.common.time;

import org.jspecify.annotations.NullMarked;
