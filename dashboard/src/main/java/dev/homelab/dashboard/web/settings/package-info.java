/** What admins set: checks, maintenance, alerts and tokens. */
@NullMarked
package dev.homelab.dashboard.web.settings;

import org.jspecify.annotations.NullMarked;
