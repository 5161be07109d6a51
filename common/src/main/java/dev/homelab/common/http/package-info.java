/** Outbound HTTP with deadlines, size limits and no redirects. */
@NullMarked
package dev.homelab.common.http;

import org.jspecify.annotations.NullMarked;
