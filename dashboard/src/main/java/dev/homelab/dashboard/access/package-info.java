/** Who may look, and who may do what. */
@NullMarked
package dev.homelab.dashboard.access;

import org.jspecify.annotations.NullMarked;
