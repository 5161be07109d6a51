/** The S3 server that keeps transcripts' files and backups. */
@NullMarked
package dev.homelab.common.objects;

import org.jspecify.annotations.NullMarked;
