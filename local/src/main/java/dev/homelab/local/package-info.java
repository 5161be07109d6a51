/** Stand-ins for the outside world, and the demo that runs the whole system against them. */
@NullMarked
package dev.homelab.local;

import org.jspecify.annotations.NullMarked;
