/** How each kind of target is asked. */
@NullMarked
package dev.homelab.dashboard.check.probe;

import org.jspecify.annotations.NullMarked;
