/** What was found when: raw for two days, by the minute for two weeks, by the hour for a year, by the day for ever. */
@NullMarked
package dev.homelab.dashboard.history;

import org.jspecify.annotations.NullMarked;
