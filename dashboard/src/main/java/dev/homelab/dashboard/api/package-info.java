/** What programs may read, change and report, by token. */
@NullMarked
package dev.homelab.dashboard.api;

import org.jspecify.annotations.NullMarked;
