/** Tells streamers on Discord what their links need. */
@NullMarked
package dev.homelab.streambot.notice;

import org.jspecify.annotations.NullMarked;
