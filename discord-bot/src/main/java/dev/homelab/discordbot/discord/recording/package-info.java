/** Listens to what is said in tickets' threads, and reads back what was missed. */
@NullMarked
package dev.homelab.discordbot.discord.recording;

import org.jspecify.annotations.NullMarked;
