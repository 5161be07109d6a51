package dev.homelab.streambot.account;

import dev.homelab.common.page.Moments;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import java.util.Locale;

/**
 * A line of the audit as the one reads it whom it is about.
 *
 * @param actionKey one of the texts
 * @param outcome {@code outcome.<outcome>} is one of the texts, for those that are known
 * @param platform its name; empty for none
 */
record AccountLine(
        long id, Moments.Moment at, String actionKey, String outcome, String platform, String ip, String userAgent) {

    static AccountLine of(AuditLog.Line line, Moments moments, Platforms platforms) {
        AuditEntry entry = line.entry();
        String platform = entry.platform();
        return new AccountLine(
                line.id(),
                moments.time(entry.at()),
                "action." + entry.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                entry.outcome(),
                platform == null
                        ? ""
                        : platforms.find(platform).map(Platform::title).orElse(platform),
                entry.origin().ip(),
                entry.origin().userAgent());
    }
}
