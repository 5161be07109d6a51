/** The backups: which there are, and which were really restored. */
@NullMarked
package dev.homelab.dashboard.web.backups;

import org.jspecify.annotations.NullMarked;
