/** The time that all instances agree on. */
@NullMarked
package dev.homelab.streambot.time;

import org.jspecify.annotations.NullMarked;
