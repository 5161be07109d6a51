/** What the bots say of themselves, over HTTP. */
@NullMarked
package dev.homelab.dashboard.bots;

import org.jspecify.annotations.NullMarked;
