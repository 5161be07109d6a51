/** What a streamer sees, takes along and deletes of what is kept about them. */
@NullMarked
package dev.homelab.streambot.account;

import org.jspecify.annotations.NullMarked;
