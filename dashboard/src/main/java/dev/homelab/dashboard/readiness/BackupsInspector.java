package dev.homelab.dashboard.readiness;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview.Backup;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.readiness.Item.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what is lost comes back; that the newest is young enough is a check of its own. */
@Component
class BackupsInspector implements Inspector {

    private final BotSettings bots;
    private final BackupsApi backups;

    BackupsInspector(BotSettings bots, BackupsApi backups) {
        this.bots = bots;
        this.backups = backups;
    }

    @Override
    public Section section() {
        return Section.BACKUPS;
    }

    @Override
    public List<Item> inspect() {
        if (!bots.hasBackup()) {
            return List.of(Item.fail("worker", Section.BACKUPS));
        }
        List<Item> items = new ArrayList<>();
        items.add(Item.ok("worker", Section.BACKUPS));
        List<Backup> all = backups.overview().backups();
        Optional<Backup> restored =
                all.stream().filter(backup -> backup.verifiedAt() != null).findFirst();
        items.add(restored.map(backup -> Item.ok("restore", Section.BACKUPS, backup.id(), seconds(backup)))
                .orElseGet(() -> Item.fail("restore", Section.BACKUPS)));
        all.stream()
                .map(Backup::encrypted)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(encrypted -> items.add(
                        encrypted ? Item.ok("encryption", Section.BACKUPS) : Item.warn("encryption", Section.BACKUPS)));
        return items;
    }

    private static long seconds(Backup backup) {
        return Objects.requireNonNullElse(backup.restoreSeconds(), Duration.ZERO.toSeconds());
    }
}
