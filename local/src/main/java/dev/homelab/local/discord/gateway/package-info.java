/** Discord's gateway v10: sessions, resuming, intents. */
@NullMarked
package dev.homelab.local.discord.gateway;

import org.jspecify.annotations.NullMarked;
