package dev.homelab.backup.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where backups are kept.
 *
 * @param bucket which is made if it is missing
 */
@ConfigurationProperties("homelab.backup.store")
public record StoreSettings(String bucket) {}
