/** What one Discord server has set up: its ticket types and where they live. */
@NullMarked
package dev.homelab.discordbot.guild;

import org.jspecify.annotations.NullMarked;
