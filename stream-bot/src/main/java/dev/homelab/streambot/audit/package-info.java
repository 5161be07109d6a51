/** Who did what, when, from where, and how it ended; never changed. */
@NullMarked
package dev.homelab.streambot.audit;

import org.jspecify.annotations.NullMarked;
