/** Buttons and modals, translated into use cases. */
@NullMarked
package dev.homelab.discordbot.discord.interaction;

import org.jspecify.annotations.NullMarked;
