package dev.homelab.dashboard.check.own;

import dev.homelab.common.contract.PlatformHealth;
import dev.homelab.common.objects.ObjectServer;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.bots.PlatformReports;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.CheckSettings;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.DefinitionSource;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Pace;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Target.Own.Part;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this system is made of, and what each part cannot work without. What is switched off is not checked. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OurChecks implements DefinitionSource {

    private static final String STORES = "stores";
    private static final String SERVICES = "services";
    private static final String DISCORD = "discord";
    private static final String LINKS = "links";
    private static final String MACHINE = "machine";
    private static final int FREE_PERCENT = 10;

    private final CheckSettings settings;
    private final ObjectServer objects;
    private final BotSettings bots;
    private final PlatformReports reports;

    OurChecks(CheckSettings settings, ObjectServer objects, BotSettings bots, PlatformReports reports) {
        this.settings = settings;
        this.objects = objects;
        this.bots = bots;
        this.reports = reports;
    }

    @Override
    public List<Definition> definitions() {
        List<Definition> all = new ArrayList<>(List.of(
                own("postgresql", "PostgreSQL", STORES, Part.POSTGRESQL, Severity.CRITICAL),
                own("redis", "Redis", STORES, Part.REDIS, Severity.WARNING),
                own("discord-bot", "discord-bot", SERVICES, Part.DISCORD_BOT, Severity.CRITICAL, "postgresql"),
                own("stream-bot", "stream-bot", SERVICES, Part.STREAM_BOT, Severity.CRITICAL, "postgresql"),
                own("discord", "Discord", DISCORD, Part.DISCORD, Severity.CRITICAL, "discord-bot"),
                own("discord-room", "Discord: threads", DISCORD, Part.DISCORD_ROOM, Severity.WARNING, "discord"),
                own("discord-setup", "Discord: doctor", DISCORD, Part.DISCORD_SETUP, Severity.WARNING, "discord"),
                disk()));
        if (objects.isConfigured()) {
            all.add(2, own("objects", "S3", STORES, Part.OBJECTS, Severity.WARNING));
        }
        reports.lastPlatforms().stream()
                .filter(PlatformHealth::enabled)
                .map(this::links)
                .forEach(all::add);
        if (bots.hasBackup()) {
            all.add(own("backup", "backup", SERVICES, Part.BACKUP, Severity.WARNING, "objects"));
            all.add(own("backups", "Backups", MACHINE, Part.BACKUPS, Severity.CRITICAL, "backup"));
        }
        if (!settings.proxy().isEmpty()) {
            all.add(own("proxy", "Caddy", SERVICES, Part.PROXY, Severity.CRITICAL));
        }
        if (!settings.outside().isEmpty()) {
            all.add(outside());
        }
        return List.copyOf(all);
    }

    private Definition links(PlatformHealth platform) {
        return new Definition(
                new CheckId("links-" + platform.platform()),
                "Links: " + platform.title(),
                LINKS,
                new Target.Own(Part.LINKS, platform.platform()),
                pace(),
                Set.of(new CheckId("stream-bot")),
                Severity.NOTE,
                false,
                Owner.SYSTEM);
    }

    private Definition disk() {
        return new Definition(
                new CheckId("disk"),
                "Disk",
                MACHINE,
                new Target.Disk(".", FREE_PERCENT),
                pace(),
                Set.of(),
                Severity.WARNING,
                false,
                Owner.SYSTEM);
    }

    private Definition outside() {
        return new Definition(
                new CheckId("outside"),
                "From outside",
                SERVICES,
                Target.Http.of(URI.create(settings.outside())),
                pace(),
                settings.proxy().isEmpty()
                        ? Set.of(new CheckId("stream-bot"))
                        : Set.of(new CheckId("stream-bot"), new CheckId("proxy")),
                Severity.CRITICAL,
                false,
                Owner.SYSTEM);
    }

    private Definition own(String id, String title, String group, Part part, Severity severity, String... needs) {
        return new Definition(
                new CheckId(id),
                title,
                group,
                new Target.Own(part, ""),
                pace(),
                Arrays.stream(needs).map(CheckId::new).collect(Collectors.toSet()),
                severity,
                false,
                Owner.SYSTEM);
    }

    private Pace pace() {
        Duration timeout = Duration.ofMillis(2500);
        return Pace.of(settings.every(), settings.every().compareTo(timeout) < 0 ? settings.every() : timeout);
    }
}
