package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.readiness.Item.Section;
import dev.homelab.dashboard.readiness.Item.Verdict;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the checks of this system believe. */
@Component
class ChecksInspector implements Inspector {

    private final Board board;

    ChecksInspector(Board board) {
        this.board = board;
    }

    @Override
    public Section section() {
        return Section.DASHBOARD;
    }

    @Override
    public List<Item> inspect() {
        return board.picture().checks().stream()
                .filter(status -> status.definition().owner() == Owner.SYSTEM)
                .map(ChecksInspector::item)
                .toList();
    }

    private static Item item(CheckStatus status) {
        String id = status.id().value();
        Verdict verdict = switch (status.health()) {
            case UP -> Verdict.OK;
            case DEGRADED, UNKNOWN -> Verdict.WARN;
            case DOWN -> Verdict.FAIL;
        };
        return new Item(
                "check-" + id,
                section(id, status.definition().group()),
                verdict,
                status.definition().title(),
                status.finding().said(),
                verdict == Verdict.OK
                        ? null
                        : Said.of("ready.check.do", status.definition().title()));
    }

    private static Section section(String id, String group) {
        return switch (id) {
            case "postgresql" -> Section.DATABASE;
            case "redis" -> Section.REDIS;
            case "objects" -> Section.OBJECTS;
            case "discord-bot" -> Section.DISCORD;
            case "stream-bot" -> Section.STREAMERS;
            case "backup", "backups" -> Section.BACKUPS;
            case "proxy", "outside" -> Section.NETWORK;
            default ->
                switch (group) {
                    case "discord" -> Section.DISCORD;
                    case "links" -> Section.STREAMERS;
                    case "containers" -> Section.NETWORK;
                    default -> Section.DASHBOARD;
                };
        };
    }
}
