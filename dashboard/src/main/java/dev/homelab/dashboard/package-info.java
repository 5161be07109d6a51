/** One page that says what is up, what is down, and why. */
@NullMarked
package dev.homelab.dashboard;

import org.jspecify.annotations.NullMarked;
