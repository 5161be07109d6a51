/** When what is done, one thing at a time. */
@NullMarked
package dev.homelab.backup.worker;

import org.jspecify.annotations.NullMarked;
