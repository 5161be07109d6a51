/** The page on which people act, and the control API behind it. */
@NullMarked
package dev.homelab.local.discord.page;

import org.jspecify.annotations.NullMarked;
