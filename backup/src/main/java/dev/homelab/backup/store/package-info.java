/** What is kept in S3, which of it is to be trusted, and what is kept no longer. */
@NullMarked
package dev.homelab.backup.store;

import org.jspecify.annotations.NullMarked;
