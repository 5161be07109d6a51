package dev.homelab.dashboard.web.settings;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.maintenance.Maintenance;
import dev.homelab.dashboard.maintenance.Maintenances;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Maintenance that is planned, in the clock of whoever plans it. */
@Controller
@RequestMapping("/settings/maintenance")
class MaintenanceController {

    private static final int HOUR = 60;
    private static final String BACK = "redirect:/settings/maintenance";

    private final Maintenances maintenances;
    private final Catalogue catalogue;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    MaintenanceController(Maintenances maintenances, Catalogue catalogue, Audit audit, Words words, Clock clock) {
        this.maintenances = maintenances;
        this.catalogue = catalogue;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** One for the page. */
    record Line(UUID id, String title, String checks, Moment starts, Moment ends, String repeat, boolean on) {}

    /** What the form begins with: one that is there, or a new one. */
    record Form(
            @Nullable UUID id,
            String title,
            Set<String> checks,
            LocalDateTime starts,
            long minutes,
            Maintenance.Repeat repeat,
            ZoneId zone) {

        private static Form fresh(Instant now, ZoneId zone) {
            return new Form(null, "", Set.of(), minute(now, zone), HOUR, Maintenance.Repeat.ONCE, zone);
        }

        private static Form of(Maintenance one) {
            return new Form(
                    one.id(),
                    one.title(),
                    one.checks().stream().map(CheckId::value).collect(Collectors.toSet()),
                    minute(one.starts(), one.zone()),
                    Duration.between(one.starts(), one.ends()).toMinutes(),
                    one.repeat(),
                    one.zone());
        }

        private static LocalDateTime minute(Instant at, ZoneId zone) {
            return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
        }
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        return page(reader, Form.fresh(clock.instant(), reader.moments().zone()), model);
    }

    @GetMapping("/{id}")
    String change(@PathVariable UUID id, HttpServletRequest request, Model model) {
        return page(Reader.of(request), Form.of(maintenances.find(id).orElseThrow(NotThere::new)), model);
    }

    private String page(Reader reader, Form form, Model model) {
        model.addAttribute(
                "maintenances",
                maintenances.all().stream()
                        .map(one -> new Line(
                                one.id(),
                                one.title(),
                                one.checks().stream()
                                        .map(CheckId::value)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                                reader.moments().time(one.starts()),
                                reader.moments().time(one.ends()),
                                one.repeat().name().toLowerCase(Locale.ROOT),
                                one.isOn(clock.instant())))
                        .toList());
        model.addAttribute("checks", catalogue.all());
        model.addAttribute("form", form);
        return "settings-maintenance";
    }

    @PostMapping
    String save(
            @RequestParam @Nullable UUID id,
            @RequestParam String title,
            @RequestParam(defaultValue = "") List<String> checks,
            @RequestParam String starts,
            @RequestParam int minutes,
            @RequestParam Maintenance.Repeat repeat,
            @RequestParam String zone,
            Me me,
            RedirectAttributes flash,
            Locale locale) {
        try {
            ZoneId place = ZoneId.of(zone);
            Instant start = LocalDateTime.parse(starts).atZone(place).toInstant();
            Maintenance one = new Maintenance(
                    id == null ? UUID.randomUUID() : id,
                    title,
                    checks.stream().map(CheckId::new).collect(Collectors.toSet()),
                    start,
                    start.plus(Duration.ofMinutes(minutes)),
                    repeat,
                    place);
            maintenances.save(one, me.name());
            audit.note(me.name(), Said.of("audit.maintenance-saved", title));
            return BACK;
        } catch (InvalidCheck e) {
            flash.addFlashAttribute("problem", words.say(e.said(), locale));
        } catch (DateTimeException e) {
            flash.addFlashAttribute("problem", words.say(Said.of("invalid.time"), locale));
        }
        return id == null ? BACK : BACK + "/" + id;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, Me me) {
        maintenances.remove(id);
        audit.note(me.name(), Said.of("audit.maintenance-removed"));
        return BACK;
    }
}
