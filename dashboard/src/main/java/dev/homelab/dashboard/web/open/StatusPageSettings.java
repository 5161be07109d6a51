package dev.homelab.dashboard.web.open;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page for everybody.
 *
 * @param enabled whether there is one
 * @param checks the ids of our own checks that it shows, besides those that are marked so in the page or the file
 */
@ConfigurationProperties("homelab.status-page")
record StatusPageSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> checks) {}
