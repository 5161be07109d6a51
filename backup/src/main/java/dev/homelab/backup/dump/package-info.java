/** Makes a backup. */
@NullMarked
package dev.homelab.backup.dump;

import org.jspecify.annotations.NullMarked;
