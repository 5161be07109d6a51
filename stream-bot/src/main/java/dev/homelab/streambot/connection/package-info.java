/** A streamer's links to platforms, with their encrypted tokens. */
@NullMarked
package dev.homelab.streambot.connection;

import org.jspecify.annotations.NullMarked;
