/** What must still be done elsewhere, written in the transaction that wants it, and tried for days. */
@NullMarked
package dev.homelab.streambot.outbox;

import org.jspecify.annotations.NullMarked;
