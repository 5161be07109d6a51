/** Direct messages that must arrive, and only once. */
@NullMarked
package dev.homelab.discordbot.discord.message;

import org.jspecify.annotations.NullMarked;
