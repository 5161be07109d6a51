/** How pages speak to whoever reads them: their language, and the times of their zone. */
@NullMarked
package dev.homelab.common.page;

import org.jspecify.annotations.NullMarked;
