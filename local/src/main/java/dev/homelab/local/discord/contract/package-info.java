/** Every exchange held against Discord's own OpenAPI description. */
@NullMarked
package dev.homelab.local.discord.contract;

import org.jspecify.annotations.NullMarked;
