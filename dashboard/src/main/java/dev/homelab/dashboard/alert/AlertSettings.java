package dev.homelab.dashboard.alert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What alerts need besides their channels.
 *
 * @param url of the dashboard, for links
 * @param from whom e-mail comes; empty switches e-mail off
 * @param heartbeat an address outside that is asked each minute while the dashboard watches; empty for none
 */
@ConfigurationProperties("homelab.alerts")
record AlertSettings(
        String url,
        @DefaultValue("") String from,
        @DefaultValue("") String heartbeat) {}
