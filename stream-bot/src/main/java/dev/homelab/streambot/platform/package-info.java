/** What every platform can do, and how its token endpoint is spoken to. */
@NullMarked
package dev.homelab.streambot.platform;

import org.jspecify.annotations.NullMarked;
