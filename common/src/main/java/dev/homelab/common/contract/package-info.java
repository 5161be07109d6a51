/** What the services tell each other over HTTP. */
@NullMarked
package dev.homelab.common.contract;

import org.jspecify.annotations.NullMarked;
