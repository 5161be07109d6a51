/** Writes things down in their order, later where PostgreSQL is away. */
@NullMarked
package dev.homelab.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
