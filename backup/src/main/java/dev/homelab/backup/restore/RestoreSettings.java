package dev.homelab.backup.restore;

import dev.homelab.common.secret.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who restores on the command line.
 *
 * @param user a superuser, as databases are made for other roles; whoever dumps if it is empty
 */
@ConfigurationProperties("homelab.backup.restore")
public record RestoreSettings(String user, Secret password) {}
