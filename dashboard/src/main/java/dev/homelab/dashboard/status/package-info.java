/** What is believed of each check, which one is the cause of the others' failing, and the incidents that this makes. */
@NullMarked
package dev.homelab.dashboard.status;

import org.jspecify.annotations.NullMarked;
