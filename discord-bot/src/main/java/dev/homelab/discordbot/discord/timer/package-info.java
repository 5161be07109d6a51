/** What happens by itself as time passes: reminders, closings, and lines in the log channel. */
@NullMarked
package dev.homelab.discordbot.discord.timer;

import org.jspecify.annotations.NullMarked;
