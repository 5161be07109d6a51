/** The page that admins look at first. */
@NullMarked
package dev.homelab.dashboard.web.overview;

import org.jspecify.annotations.NullMarked;
