/** One check: how it is, how it was, and what happened to it. */
@NullMarked
package dev.homelab.dashboard.web.check;

import org.jspecify.annotations.NullMarked;
