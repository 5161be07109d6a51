/** Only what at least two services use. */
@NullMarked
package dev.homelab.common;

import org.jspecify.annotations.NullMarked;
