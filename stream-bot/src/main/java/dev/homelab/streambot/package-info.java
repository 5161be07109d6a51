/** Streamers sign in, link their platforms, and their links stay alive. */
@NullMarked
package dev.homelab.streambot;

import org.jspecify.annotations.NullMarked;
