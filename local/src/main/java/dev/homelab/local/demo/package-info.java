/** The whole system on one machine: servers, simulators and the three services, started, watched and stopped together. */
@NullMarked
package dev.homelab.local.demo;

import org.jspecify.annotations.NullMarked;
