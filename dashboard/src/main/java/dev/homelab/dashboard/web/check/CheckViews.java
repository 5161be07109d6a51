package dev.homelab.dashboard.web.check;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Pasts;
import dev.homelab.dashboard.history.Span;
import dev.homelab.dashboard.history.Tallies;
import dev.homelab.dashboard.history.Tally;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.Picture;
import dev.homelab.dashboard.web.CheckRows;
import dev.homelab.dashboard.web.IncidentLine;
import dev.homelab.dashboard.web.IncidentLines;
import dev.homelab.dashboard.web.Percent;
import dev.homelab.dashboard.web.Reader;
import dev.homelab.dashboard.web.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CheckViews {

    private static final int INCIDENTS = 10;

    private final Board board;
    private final CheckRows rows;
    private final Pasts pasts;
    private final Tallies tallies;
    private final IncidentLog incidents;
    private final IncidentLines lines;
    private final Reading reading;
    private final Containers containers;
    private final Clock clock;

    CheckViews(
            Board board,
            CheckRows rows,
            Pasts pasts,
            Tallies tallies,
            IncidentLog incidents,
            IncidentLines lines,
            Reading reading,
            Containers containers,
            Clock clock) {
        this.board = board;
        this.rows = rows;
        this.pasts = pasts;
        this.tallies = tallies;
        this.incidents = incidents;
        this.lines = lines;
        this.reading = reading;
        this.containers = containers;
        this.clock = clock;
    }

    Optional<CheckView> of(String id, Range range, Reader reader) {
        Picture picture = board.picture();
        return picture.checks().stream()
                .filter(check -> check.id().value().equals(id))
                .findFirst()
                .map(check -> view(check, picture, range, reader));
    }

    private CheckView view(CheckStatus check, Picture picture, Range range, Reader reader) {
        return new CheckView(
                rows.of(check, reader),
                kind(check.definition().target()),
                container(check.definition().target()),
                check.definition().severity().key(),
                check.definition().pace().every().toSeconds(),
                check.looked() == null ? null : reader.moments().time(check.looked()),
                check.took().toMillis(),
                picture.checks().stream()
                        .filter(other -> check.definition().needs().contains(other.id()))
                        .map(CheckViews::link)
                        .toList(),
                picture.checks().stream()
                        .filter(other -> other.definition().needs().contains(check.id()))
                        .map(CheckViews::link)
                        .toList(),
                uptimes(pasts.of(check.id()), reader.locale()),
                range.key(),
                chart(check.id(), range, reader),
                incidents(check.id(), reader));
    }

    private static String kind(Target target) {
        return target.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private @Nullable String container(Target target) {
        return target instanceof Target.Container named
                ? containers.named(named.name()).map(Container::name).orElse(null)
                : null;
    }

    private static CheckView.Link link(CheckStatus status) {
        return new CheckView.Link(status.id().value(), status.definition().title(), CheckRows.tone(status));
    }

    private static List<CheckView.Uptime> uptimes(Past past, Locale locale) {
        return Arrays.stream(Span.values())
                .map(span -> {
                    Tally sum = past.sum(span);
                    return new CheckView.Uptime(
                            span.days(),
                            Percent.of(sum.uptime(), locale),
                            Percent.of(OptionalDouble.of(sum.known(span.length())), locale));
                })
                .toList();
    }

    private @Nullable Chart chart(CheckId check, Range range, Reader reader) {
        Instant now = clock.instant();
        return reading.orNull(
                () -> Chart.of(tallies.of(check, range.grain(), now.minus(range.length())), range, now, reader));
    }

    private @Nullable List<IncidentLine> incidents(CheckId check, Reader reader) {
        return reading.orNull(() -> incidents.concerning(check.value(), INCIDENTS).stream()
                .map(incident -> lines.of(incident, reader))
                .toList());
    }
}
