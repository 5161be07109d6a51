/** The work folder and the room on its disk. */
@NullMarked
package dev.homelab.backup.disk;

import org.jspecify.annotations.NullMarked;
