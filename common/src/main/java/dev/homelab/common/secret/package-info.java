/** Values that never show themselves. */
@NullMarked
package dev.homelab.common.secret;

import org.jspecify.annotations.NullMarked;
