/** Dumps that nobody reads without the key. */
@NullMarked
package dev.homelab.backup.encryption;

import org.jspecify.annotations.NullMarked;
