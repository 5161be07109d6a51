/** Sign-in with Discord or an OpenID provider: they say who somebody is, and the people of this dashboard say what they may. */
@NullMarked
package dev.homelab.dashboard.access.provider;

import org.jspecify.annotations.NullMarked;
