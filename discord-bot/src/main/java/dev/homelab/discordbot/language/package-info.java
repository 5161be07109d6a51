/** What the bot says to people, in their language. */
@NullMarked
package dev.homelab.discordbot.language;

import org.jspecify.annotations.NullMarked;
