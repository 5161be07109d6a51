/** The containers and their last lines. */
@NullMarked
package dev.homelab.dashboard.web.containers;

import org.jspecify.annotations.NullMarked;
