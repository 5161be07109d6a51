/** Pages for streamers. */
@NullMarked
package dev.homelab.streambot.web;

import org.jspecify.annotations.NullMarked;
