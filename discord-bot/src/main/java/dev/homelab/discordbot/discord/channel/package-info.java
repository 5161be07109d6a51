/** Categories, channels, threads and cards. */
@NullMarked
package dev.homelab.discordbot.discord.channel;

import org.jspecify.annotations.NullMarked;
