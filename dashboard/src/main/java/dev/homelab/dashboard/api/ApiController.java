package dev.homelab.dashboard.api;

import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckDesk;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Pushes;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.check.Wanted;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Headline;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.dashboard.status.Picture;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** State, checks, incidents and pushes, as JSON in English. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

    private static final int MOST_INCIDENTS = 100;

    private final Board board;
    private final Catalogue catalogue;
    private final CheckDesk desk;
    private final Pushes pushes;
    private final Incidents open;
    private final IncidentLog incidents;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    ApiController(
            Board board,
            Catalogue catalogue,
            CheckDesk desk,
            Pushes pushes,
            Incidents open,
            IncidentLog incidents,
            Audit audit,
            Words words,
            Clock clock) {
        this.board = board;
        this.catalogue = catalogue;
        this.desk = desk;
        this.pushes = pushes;
        this.open = open;
        this.incidents = incidents;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** All at one moment. */
    record Overview(Instant at, String health, String sentence, List<Check> checks) {}

    /**
     * One check.
     *
     * @param health up, degraded, down or unknown
     * @param causes the ids of the checks that explain it; its own where it fails of itself
     */
    record Check(
            String id,
            String title,
            String group,
            String health,
            Instant since,
            String detail,
            List<String> causes,
            boolean paused,
            long tookMillis) {}

    /** One incident. */
    record Event(
            String id,
            Instant opened,
            @Nullable Instant closed,
            String severity,
            String sentence,
            List<String> causes,
            List<String> affected) {}

    /** What a job reports. */
    record Push(@Nullable Boolean failed, @Nullable String words) {}

    @GetMapping("/overview")
    Overview overview() {
        Picture picture = board.picture();
        Headline headline = Headline.of(picture, open.open());
        return new Overview(
                picture.at(),
                headline.health().key(),
                words.say(headline.said(), Locale.ENGLISH),
                picture.checks().stream().map(this::check).toList());
    }

    @GetMapping("/checks")
    List<Check> checks() {
        return board.picture().checks().stream().map(this::check).toList();
    }

    @GetMapping("/checks/{id}")
    Check check(@PathVariable CheckId id) {
        return board.picture().find(id).map(this::check).orElseThrow(UnknownCheck::new);
    }

    private Check check(CheckStatus status) {
        return new Check(
                status.id().value(),
                status.definition().title(),
                status.definition().group(),
                status.health().key(),
                status.since(),
                words.say(status.finding().said(), Locale.ENGLISH),
                status.causes().stream().map(CheckId::value).toList(),
                status.paused(),
                status.took().toMillis());
    }

    @GetMapping("/incidents")
    List<Event> incidents(@RequestParam(required = false) @Nullable Instant before) {
        return incidents.before(before == null ? clock.instant() : before, MOST_INCIDENTS).stream()
                .map(this::event)
                .toList();
    }

    private Event event(Incident incident) {
        return new Event(
                incident.id().toString(),
                incident.openedAt(),
                incident.closedAt(),
                incident.severity().key(),
                words.say(incident.sentence(), Locale.ENGLISH),
                incident.causes().stream().map(cause -> cause.check().value()).toList(),
                incident.affected().stream().map(one -> one.check().value()).toList());
    }

    /** Adds a check, or changes it; its id is that of the path. */
    @PutMapping("/checks/{id}")
    Check save(@PathVariable CheckId id, @RequestBody Wanted wanted, Principal who) {
        if (wanted.id() == null || !wanted.id().equals(id)) {
            throw new InvalidCheck(Said.of("invalid.id", id));
        }
        desk.save(wanted, who.getName());
        audit.note(who.getName(), Said.of("audit.check-saved", id.value()));
        return check(id);
    }

    @DeleteMapping("/checks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable CheckId id, Principal who) {
        if (catalogue.find(id).isEmpty()) {
            throw new UnknownCheck();
        }
        desk.remove(id);
        audit.note(who.getName(), Said.of("audit.check-removed", id.value()));
    }

    /** A job reports in; without a body all is well. */
    @PostMapping("/push/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void push(@PathVariable CheckId id, @RequestBody(required = false) @Nullable Push push) {
        if (catalogue
                .find(id)
                .map(Definition::target)
                .filter(Target.Push.class::isInstance)
                .isEmpty()) {
            throw new UnknownCheck();
        }
        boolean failed = push != null && Boolean.TRUE.equals(push.failed());
        pushes.reported(id, failed, push == null || push.words() == null ? "" : push.words());
    }
}
