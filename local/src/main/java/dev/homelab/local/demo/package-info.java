/** The whole system on one machine: servers, simulators the three services and the backup worker, started, watched and stopped together. */
@NullMarked
package dev.homelab.local.demo;

import org.jspecify.annotations.NullMarked;
