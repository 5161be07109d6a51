/** A start that fails says why in one sentence. */
@NullMarked
package dev.homelab.common.startup;

import org.jspecify.annotations.NullMarked;
