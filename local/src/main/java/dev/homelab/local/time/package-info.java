/** A clock that tests set. */
@NullMarked
package dev.homelab.local.time;

import org.jspecify.annotations.NullMarked;
