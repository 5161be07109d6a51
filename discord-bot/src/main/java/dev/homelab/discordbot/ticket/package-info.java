/** The ticket and its rules; knows nothing of Discord. */
@NullMarked
package dev.homelab.discordbot.ticket;

import org.jspecify.annotations.NullMarked;
