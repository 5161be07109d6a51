package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.ledger.Ledger;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Headline;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.dashboard.status.Picture;
import dev.homelab.dashboard.web.IncidentLines;
import dev.homelab.dashboard.web.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the overview together, from memory alone. */
@Component
class Overviews {

    private static final int WHOLE_GROUP = 30;

    /** Of a group that is larger, so many that fail come first, and the whole of it is a page of its own. */
    private static final int PART_OF_GROUP = 10;

    private static final int MOST_INCIDENTS = 5;

    private final Board board;
    private final Incidents incidents;
    private final Ledger ledger;
    private final DrawnRows rows;
    private final IncidentLines lines;
    private final Words words;
    private final Changes changes;

    Overviews(
            Board board,
            Incidents incidents,
            Ledger ledger,
            DrawnRows rows,
            IncidentLines lines,
            Words words,
            Changes changes) {
        this.board = board;
        this.incidents = incidents;
        this.ledger = ledger;
        this.rows = rows;
        this.lines = lines;
        this.words = words;
        this.changes = changes;
    }

    Overview of(Reader reader) {
        long version = changes.version();
        Picture picture = board.picture();
        List<Overview.Group> groups = picture.groups().entrySet().stream()
                .map(group -> group(group, reader, WHOLE_GROUP))
                .toList();
        return new Overview(version, top(picture, reader), groups);
    }

    /** Nothing where no check is in such a group. */
    Optional<Overview.Group> whole(String key, Reader reader) {
        return Optional.ofNullable(board.picture().groups().get(key))
                .map(checks -> group(Map.entry(key, checks), reader, Integer.MAX_VALUE));
    }

    Overview.Top top(Picture picture, Reader reader) {
        List<Incident> open = incidents.open();
        Headline headline = Headline.of(picture, open);
        List<Incident> worst = open.stream()
                .sorted(Comparator.comparing(Incident::severity).thenComparing(Incident::openedAt))
                .limit(MOST_INCIDENTS)
                .toList();
        return new Overview.Top(
                tone(headline.health()),
                words.say(headline.said(), reader.locale()),
                worst.stream().map(one -> lines.of(one, reader)).toList(),
                open.size() - worst.size(),
                !ledger.isReachable(),
                ledger.lost());
    }

    private Overview.Group group(Map.Entry<String, List<CheckStatus>> group, Reader reader, int whole) {
        List<CheckStatus> checks = group.getValue();
        List<CheckStatus> shown = checks.size() <= whole
                ? checks
                : checks.stream()
                        .sorted(Comparator.comparing(CheckStatus::health))
                        .limit(PART_OF_GROUP)
                        .toList();
        return new Overview.Group(
                group.getKey(),
                words.textOr("group." + group.getKey(), group.getKey(), reader.locale()),
                rows.of(shown, reader),
                checks.size() - shown.size());
    }

    private static String tone(Health health) {
        return switch (health) {
            case UP -> "good";
            case DOWN -> "bad";
            case DEGRADED -> "warn";
            case UNKNOWN -> "";
        };
    }
}
