/** Real PostgreSQL, Redis and S3 servers, without Docker or with it. */
@NullMarked
package dev.homelab.local.server;

import org.jspecify.annotations.NullMarked;
