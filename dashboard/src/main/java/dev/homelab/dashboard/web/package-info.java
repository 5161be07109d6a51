/** The pages and the live stream. */
@NullMarked
package dev.homelab.dashboard.web;

import org.jspecify.annotations.NullMarked;
