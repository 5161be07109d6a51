package dev.homelab.backup.store;

import dev.homelab.common.startup.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is kept.
 *
 * @param days of which one backup each is kept; those of the last 24 hours are all kept
 * @param months of which one more is kept each; 0 for none
 */
@ConfigurationProperties("homelab.backup.retention")
public record RetentionSettings(int days, int months) {

    public RetentionSettings {
        if (days < 1) {
            throw new InvalidSetting("BACKUP_DAYS", "is " + days, "keep backups for a day at least");
        }
        if (months < 0) {
            throw new InvalidSetting("BACKUP_MONTHLY", "is " + months, "set it to how many months are kept, or to 0");
        }
    }
}
