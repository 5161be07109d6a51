package dev.homelab.backup.postgres;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * PostgreSQL's own tools.
 *
 * @param folder where {@code pg_dump} and {@code pg_restore} are; empty to look for them
 * @param longest how long one of them may run
 */
@ConfigurationProperties("homelab.backup.tools")
public record ToolSettings(String folder, Duration longest) {}
