/** The checks of this system itself, which nobody has to configure. */
@NullMarked
package dev.homelab.dashboard.check.own;

import org.jspecify.annotations.NullMarked;
