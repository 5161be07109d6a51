/** Discord's REST API v10: routes, rate limits, and what was asked. */
@NullMarked
package dev.homelab.local.discord.rest;

import org.jspecify.annotations.NullMarked;
