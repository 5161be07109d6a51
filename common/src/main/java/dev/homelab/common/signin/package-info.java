/** Sign-ins at others, as far as services have them alike. */
@NullMarked
package dev.homelab.common.signin;

import org.jspecify.annotations.NullMarked;
