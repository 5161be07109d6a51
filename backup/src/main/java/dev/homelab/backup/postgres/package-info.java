/** PostgreSQL: snapshots, what is counted in them, its own tools, and scratch databases. */
@NullMarked
package dev.homelab.backup.postgres;

import org.jspecify.annotations.NullMarked;
