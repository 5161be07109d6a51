/** The command line: brings a database back. */
@NullMarked
package dev.homelab.backup.restore;

import org.jspecify.annotations.NullMarked;
