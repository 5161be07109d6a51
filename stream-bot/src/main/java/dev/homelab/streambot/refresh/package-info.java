/** When, how and with which outcome a token is renewed. */
@NullMarked
package dev.homelab.streambot.refresh;

import org.jspecify.annotations.NullMarked;
