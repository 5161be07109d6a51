/** The containers of this compose project, read over a proxy of Docker's socket that allows reading only. */
@NullMarked
package dev.homelab.dashboard.docker;

import org.jspecify.annotations.NullMarked;
