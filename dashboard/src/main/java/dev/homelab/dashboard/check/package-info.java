/** One check asks one thing and returns a value; it never throws. */
@NullMarked
package dev.homelab.dashboard.check;

import org.jspecify.annotations.NullMarked;
