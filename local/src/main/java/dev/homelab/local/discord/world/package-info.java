/** Discord's objects and rules, knowing nothing of HTTP. */
@NullMarked
package dev.homelab.local.discord.world;

import org.jspecify.annotations.NullMarked;
