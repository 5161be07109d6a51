/** Somebody using Discord: what they do, and what they then see. */
@NullMarked
package dev.homelab.local.discord.people;

import org.jspecify.annotations.NullMarked;
