/** Any OpenID provider, as configured: for people who sign in with something else than a platform of ours. */
@NullMarked
package dev.homelab.streambot.oidc;

import org.jspecify.annotations.NullMarked;
