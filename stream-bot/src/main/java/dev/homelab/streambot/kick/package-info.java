/** Kick. */
@NullMarked
package dev.homelab.streambot.kick;

import org.jspecify.annotations.NullMarked;
