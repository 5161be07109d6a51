/** Hands the local servers to Spring Boot tests as ConnectionDetails. */
@NullMarked
package dev.homelab.local.spring;

import org.jspecify.annotations.NullMarked;
