/** What was said in tickets: recorded as it is said, kept with its files, and given to those who may read it. */
@NullMarked
package dev.homelab.discordbot.transcript;

import org.jspecify.annotations.NullMarked;
