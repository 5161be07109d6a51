package dev.homelab.discordbot.transcript;

import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach this service.
 *
 * @param url scheme, host and port, without a slash at its end
 */
@ConfigurationProperties("homelab.public")
public record PublicAddress(String url) {

    public PublicAddress {
        if (!url.matches("https?://[^/?#@\\s]+")) {
            throw new InvalidSetting(
                    "PUBLIC_URL", "is '" + url + "'", "write scheme and host, such as https://example.org");
        }
        URI.create(url);
    }

    /** Over HTTPS cookies are kept from every other host and from plain HTTP. */
    public boolean secure() {
        return url.startsWith("https:");
    }

    public String transcript(UUID ticketId) {
        return url + "/transcripts/" + ticketId;
    }
}
