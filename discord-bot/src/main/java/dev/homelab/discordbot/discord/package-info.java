/** The edge to Discord; the only package that knows JDA. */
@NullMarked
package dev.homelab.discordbot.discord;

import org.jspecify.annotations.NullMarked;
