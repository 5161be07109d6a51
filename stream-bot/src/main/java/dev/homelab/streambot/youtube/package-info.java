/** YouTube, with Google's sign-in. */
@NullMarked
package dev.homelab.streambot.youtube;

import org.jspecify.annotations.NullMarked;
