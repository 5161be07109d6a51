/** Consents at platforms: started, bound to a browser, finished once. */
@NullMarked
package dev.homelab.streambot.oauth;

import org.jspecify.annotations.NullMarked;
