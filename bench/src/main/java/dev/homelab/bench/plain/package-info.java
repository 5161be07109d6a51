/** What Spring gives by itself: a sign-in that survives restarts, without anything of ours. */
@NullMarked
package dev.homelab.bench.plain;

import org.jspecify.annotations.NullMarked;
