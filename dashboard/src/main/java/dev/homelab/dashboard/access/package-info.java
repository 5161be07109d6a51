/** Who may look. */
@NullMarked
package dev.homelab.dashboard.access;

import org.jspecify.annotations.NullMarked;
