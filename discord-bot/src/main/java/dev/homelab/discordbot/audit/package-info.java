/** Who did what to which ticket, kept for good. */
@NullMarked
package dev.homelab.discordbot.audit;

import org.jspecify.annotations.NullMarked;
