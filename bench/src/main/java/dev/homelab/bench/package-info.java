/** Benchmarks: the packaged services as processes, under load, against a baseline in the same run. */
@NullMarked
package dev.homelab.bench;

import org.jspecify.annotations.NullMarked;
