/** What is kept secret in the database is encrypted here. */
@NullMarked
package dev.homelab.streambot.encryption;

import org.jspecify.annotations.NullMarked;
