/** Dumps every database, proves each dump by restoring it, and keeps what was proven. */
@NullMarked
package dev.homelab.backup;

import org.jspecify.annotations.NullMarked;
