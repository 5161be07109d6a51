/** Who may call /internal/** and what for. */
@NullMarked
package dev.homelab.common.internal;

import org.jspecify.annotations.NullMarked;
