package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.CheckId;
import java.util.Map;
import java.util.Optional;

/** Which of our checks asks what runs in a container, by its service in docker-compose.yml. */
final class Counterparts {

    static final Map<String, String> CHECKS = Map.of(
            "discord-bot-db", "postgresql",
            "redis", "redis",
            "minio", "objects",
            "discord-bot", "discord-bot",
            "stream-bot", "stream-bot",
            "backup", "backup",
            "caddy", "proxy");

    private Counterparts() {}

    static Optional<CheckId> of(Container container) {
        return Optional.ofNullable(CHECKS.get(container.service())).map(CheckId::new);
    }
}
