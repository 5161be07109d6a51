/** Who did what, when, from where, and how it ended; only ever added to. */
@NullMarked
package dev.homelab.streambot.audit;

import org.jspecify.annotations.NullMarked;
