/** Login, reconnects, and the state of the connection. */
@NullMarked
package dev.homelab.discordbot.discord.connection;

import org.jspecify.annotations.NullMarked;
