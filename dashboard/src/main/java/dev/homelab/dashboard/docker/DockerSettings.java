package dev.homelab.dashboard.docker;

import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Docker's socket proxy is.
 *
 * @param url of the proxy; empty where Docker is not connected
 * @param project the compose project whose containers are shown
 */
@ConfigurationProperties("homelab.docker")
public record DockerSettings(
        @DefaultValue("") String url,
        @DefaultValue("homelab") String project) {

    public DockerSettings {
        if (!url.isEmpty() && !url.matches("http://[^/?#@\\s]+")) {
            throw new InvalidSetting(
                    "DOCKER_URL", "is '" + url + "'", "write the proxy's address, such as http://docker-proxy:2375");
        }
    }

    public boolean isConnected() {
        return !url.isEmpty();
    }

    URI at(String path) {
        return URI.create(url + path);
    }
}
