/** A Discord of our own: REST, gateway, OAuth2 and a page, for tests and the demo. */
@NullMarked
package dev.homelab.local.discord;

import org.jspecify.annotations.NullMarked;
