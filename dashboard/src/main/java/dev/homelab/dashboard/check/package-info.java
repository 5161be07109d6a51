/** What is watched, how it is asked, and when. */
@NullMarked
package dev.homelab.dashboard.check;

import org.jspecify.annotations.NullMarked;
