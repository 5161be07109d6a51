/** What a deployment is made of besides code. */
@NullMarked
package dev.homelab.local.deployment;

import org.jspecify.annotations.NullMarked;
