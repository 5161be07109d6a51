/** What other services may ask. */
@NullMarked
package dev.homelab.streambot.api;

import org.jspecify.annotations.NullMarked;
