package dev.homelab.dashboard.web.settings;

import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.alert.Alerts;
import dev.homelab.dashboard.alert.Channel;
import dev.homelab.dashboard.alert.Channels;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.web.NotThere;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ways in which alerts go out. */
@Controller
@RequestMapping("/settings/alerts")
class AlertSettingsController {

    private static final String BACK = "redirect:/settings/alerts";

    private final Channels channels;
    private final Alerts alerts;
    private final Audit audit;
    private final Words words;

    AlertSettingsController(Channels channels, Alerts alerts, Audit audit, Words words) {
        this.channels = channels;
        this.alerts = alerts;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("channels", channels.all());
        model.addAttribute("kinds", Channel.Kind.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("languages", List.of("en", "de", "fr", "es"));
        return "settings-alerts";
    }

    @PostMapping
    String add(
            @RequestParam String title,
            @RequestParam Channel.Kind kind,
            @RequestParam String target,
            @RequestParam Severity severity,
            @RequestParam(defaultValue = "0") int repeatMinutes,
            @RequestParam(defaultValue = "en") String language,
            Me me,
            RedirectAttributes flash,
            Locale locale) {
        try {
            Duration repeat = repeatMinutes == 0 ? null : Duration.ofMinutes(repeatMinutes);
            channels.save(new Channel(
                    UUID.randomUUID(), title.strip(), kind, target.strip(), severity, repeat, language, true));
            audit.note(me.name(), Said.of("audit.channel-saved", title.strip()));
        } catch (InvalidCheck e) {
            flash.addFlashAttribute("problem", words.say(e.said(), locale));
        }
        return BACK;
    }

    /** Switches it on or off. */
    @PostMapping("/{id}/switch")
    String toggle(@PathVariable UUID id, Me me) {
        Channel now = channels.find(id).orElseThrow(NotThere::new);
        channels.save(new Channel(
                id,
                now.title(),
                now.kind(),
                now.target(),
                now.least(),
                now.repeatAfter(),
                now.language(),
                !now.enabled()));
        audit.note(me.name(), Said.of("audit.channel-saved", now.title()));
        return BACK;
    }

    @PostMapping("/{id}/test")
    String tryOut(@PathVariable UUID id, RedirectAttributes flash) {
        Optional<String> problem = alerts.tryOut(id);
        flash.addFlashAttribute(problem.isPresent() ? "failed" : "sent", problem.orElse("sent"));
        return BACK;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, Me me) {
        Channel channel = channels.find(id).orElseThrow(NotThere::new);
        channels.remove(id);
        audit.note(me.name(), Said.of("audit.channel-removed", channel.title()));
        return BACK;
    }
}
