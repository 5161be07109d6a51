/** A member's own tickets and their transcripts, after signing in with Discord. */
@NullMarked
package dev.homelab.discordbot.web;

import org.jspecify.annotations.NullMarked;
