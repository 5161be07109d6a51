/** What other services may ask. */
@NullMarked
package dev.homelab.discordbot.api;

import org.jspecify.annotations.NullMarked;
