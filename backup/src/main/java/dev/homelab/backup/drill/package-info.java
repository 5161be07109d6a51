/** Restores a backup and compares it with what was counted when it was made. */
@NullMarked
package dev.homelab.backup.drill;

import org.jspecify.annotations.NullMarked;
