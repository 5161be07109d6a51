/** Support tickets in private Discord threads. */
@NullMarked
package dev.homelab.discordbot;

import org.jspecify.annotations.NullMarked;
