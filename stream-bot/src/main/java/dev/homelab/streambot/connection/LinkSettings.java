package dev.homelab.streambot.connection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What streamers may link.
 *
 * @param several whether a streamer may link several accounts of one platform
 */
@ConfigurationProperties("homelab.links")
record LinkSettings(@DefaultValue("false") boolean several) {

    /** What makes a second account collide with the first, or not. */
    String slot(String accountId) {
        return several ? accountId : "";
    }
}
