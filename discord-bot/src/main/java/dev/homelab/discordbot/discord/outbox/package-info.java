/** What must still be done on Discord, written in the transaction that wants it, and tried until it is done. */
@NullMarked
package dev.homelab.discordbot.discord.outbox;

import org.jspecify.annotations.NullMarked;
