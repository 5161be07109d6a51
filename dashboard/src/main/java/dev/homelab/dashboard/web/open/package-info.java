/** What strangers may see: titles and states of chosen checks, where that is switched on. */
@NullMarked
package dev.homelab.dashboard.web.open;

import org.jspecify.annotations.NullMarked;
