/** The rules of the house that every module's structure test checks. */
@NullMarked
package dev.homelab.common.rules;

import org.jspecify.annotations.NullMarked;
