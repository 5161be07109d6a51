/** How often somebody may start or finish a consent, counted over all instances. */
@NullMarked
package dev.homelab.streambot.limit;

import org.jspecify.annotations.NullMarked;
