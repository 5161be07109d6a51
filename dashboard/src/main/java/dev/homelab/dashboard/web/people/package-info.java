/** One's own account, and for admins everybody's; and who did what. */
@NullMarked
package dev.homelab.dashboard.web.people;

import org.jspecify.annotations.NullMarked;
