/** Discord's OAuth2: authorize, token, refresh, revoke, and the signed-in user. */
@NullMarked
package dev.homelab.local.discord.oauth;

import org.jspecify.annotations.NullMarked;
