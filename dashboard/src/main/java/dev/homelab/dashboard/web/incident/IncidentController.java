package dev.homelab.dashboard.web.incident;

import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.IncidentEntry;
import dev.homelab.dashboard.status.IncidentEntry.Kind;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.Incidents;
import dev.homelab.dashboard.web.IncidentLines;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import dev.homelab.dashboard.web.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class IncidentController {

    private static final int PAGE = 25;
    private static final int LONGEST_NOTE = 2000;

    private final Incidents incidents;
    private final IncidentLog log;
    private final IncidentLines lines;
    private final Reading reading;
    private final Words words;
    private final Audit audit;
    private final Catalogue catalogue;
    private final Clock clock;

    IncidentController(
            Incidents incidents,
            IncidentLog log,
            IncidentLines lines,
            Reading reading,
            Words words,
            Audit audit,
            Catalogue catalogue,
            Clock clock) {
        this.incidents = incidents;
        this.log = log;
        this.lines = lines;
        this.reading = reading;
        this.words = words;
        this.audit = audit;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/incidents")
    String list(@RequestParam(required = false) @Nullable Instant before, HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        List<Incident> read = reading.orNull(() -> log.before(before == null ? clock.instant() : before, PAGE + 1));
        List<Incident> shown = read == null ? incidents.open() : withOpen(read, before == null);
        model.addAttribute("away", read == null);
        model.addAttribute(
                "incidents",
                shown.stream().limit(PAGE).map(one -> lines.of(one, reader)).toList());
        model.addAttribute("next", shown.size() > PAGE ? shown.get(PAGE - 1).openedAt() : null);
        return "incidents";
    }

    /** What has just begun may not be written down yet. */
    private List<Incident> withOpen(List<Incident> read, boolean newest) {
        Set<UUID> known = read.stream().map(Incident::id).collect(Collectors.toSet());
        Stream<Incident> fresh = incidents.open().stream().filter(one -> newest && !known.contains(one.id()));
        return Stream.concat(fresh, read.stream()).toList();
    }

    @GetMapping("/incidents/{id}")
    String incident(@PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("view", view(find(id), Reader.of(request)));
        return "incident";
    }

    @PostMapping("/incidents/{id}/notes")
    String note(@PathVariable UUID id, @RequestParam String text, Principal who) {
        Incident incident = find(id);
        String note = text.strip();
        if (!note.isEmpty()) {
            String kept = note.substring(0, Math.min(LONGEST_NOTE, note.length()));
            log.add(
                    incident.id(),
                    new IncidentEntry(clock.instant(), Kind.NOTE, who.getName(), Said.whole("incident.text", kept)));
            audit.note(who.getName(), Said.of("audit.note-added"));
        }
        return "redirect:/incidents/" + id;
    }

    private Incident find(UUID id) {
        return incidents.open().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> log.find(id))
                .orElseThrow(NotThere::new);
    }

    private IncidentView view(Incident incident, Reader reader) {
        Locale locale = reader.locale();
        return new IncidentView(
                lines.of(incident, reader),
                incident.causes().stream()
                        .map(cause -> party(cause.check(), cause.title(), words.say(cause.said(), locale)))
                        .toList(),
                incident.affected().stream()
                        .map(one -> party(one.check(), one.title(), ""))
                        .toList(),
                reading.orNull(() -> log.entries(incident.id()).stream()
                        .map(entry -> entry(entry, reader))
                        .toList()));
    }

    private IncidentView.Party party(CheckId check, String title, String why) {
        return new IncidentView.Party(check.value(), catalogue.find(check).isPresent(), title, why);
    }

    private IncidentView.Entry entry(IncidentEntry entry, Reader reader) {
        return new IncidentView.Entry(
                reader.moments().time(entry.at()),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.by(),
                words.say(entry.said(), reader.locale()),
                entry.kind() == Kind.EVIDENCE || entry.kind() == Kind.NOTE);
    }
}
