package dev.homelab.backup.worker;

import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.support.CronExpression;

/**
 * When backups are made.
 *
 * @param cron in six fields, as Spring reads them: second, minute, hour, day, month, day of the week
 * @param zone in which the cron is meant
 * @param settle how long after a start nothing is done, so that the other services are there
 * @param retry how long after one that failed the next one is tried
 */
@ConfigurationProperties("homelab.backup.schedule")
public record ScheduleSettings(String cron, ZoneId zone, Duration settle, Duration retry) {

    public ScheduleSettings {
        if (!CronExpression.isValidExpression(cron)) {
            throw new InvalidSetting(
                    "BACKUP_CRON",
                    "is “" + cron + "”, which is no cron of six fields",
                    "set it to 0 30 3 * * * or the like");
        }
    }
}
