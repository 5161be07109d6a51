/** A simulator of Twitch, YouTube with its Google sign-in, and Kick, each with its own paths, quirks and answers. */
@NullMarked
package dev.homelab.local.platform;

import org.jspecify.annotations.NullMarked;
