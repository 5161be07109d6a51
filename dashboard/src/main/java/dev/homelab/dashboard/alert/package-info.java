/** Who is told of an incident, how, and how often; again until it has worked. */
@NullMarked
package dev.homelab.dashboard.alert;

import org.jspecify.annotations.NullMarked;
