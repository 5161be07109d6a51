/** Twitch. */
@NullMarked
package dev.homelab.streambot.twitch;

import org.jspecify.annotations.NullMarked;
