/** What belongs together in the logs of several services. */
@NullMarked
package dev.homelab.common.correlation;

import org.jspecify.annotations.NullMarked;
