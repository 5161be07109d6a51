/** The internal HTTP API. */
@NullMarked
package dev.homelab.backup.api;

import org.jspecify.annotations.NullMarked;
