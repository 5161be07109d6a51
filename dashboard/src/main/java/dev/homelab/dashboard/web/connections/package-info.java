/** Who has linked what, how each link is doing, and what is going to die when. */
@NullMarked
package dev.homelab.dashboard.web.connections;

import org.jspecify.annotations.NullMarked;
