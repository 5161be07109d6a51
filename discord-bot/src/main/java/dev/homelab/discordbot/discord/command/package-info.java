/** The slash commands {@code /ticket}, for members and staff, and {@code /tickets}, for admins. */
@NullMarked
package dev.homelab.discordbot.discord.command;

import org.jspecify.annotations.NullMarked;
