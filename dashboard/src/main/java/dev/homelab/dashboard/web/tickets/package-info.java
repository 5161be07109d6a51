/** Tickets: the queues, one conversation with a reply, types, and what the doctor finds. */
@NullMarked
package dev.homelab.dashboard.web.tickets;

import org.jspecify.annotations.NullMarked;
