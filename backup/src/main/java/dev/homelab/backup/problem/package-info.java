/** What could not be done, in a sentence. */
@NullMarked
package dev.homelab.backup.problem;

import org.jspecify.annotations.NullMarked;
