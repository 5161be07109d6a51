/** Discord, which streamers link to be told there. */
@NullMarked
package dev.homelab.streambot.discord;

import org.jspecify.annotations.NullMarked;
