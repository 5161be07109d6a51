package dev.homelab.dashboard.web.settings;

import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckDesk;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Wanted;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.web.NotThere;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All checks; those of the page can be added, changed and removed. */
@Controller
@RequestMapping("/settings/checks")
class CheckSettingsController {

    private final Catalogue catalogue;
    private final CheckDesk desk;
    private final Audit audit;
    private final Words words;

    CheckSettingsController(Catalogue catalogue, CheckDesk desk, Audit audit, Words words) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("checks", catalogue.all());
        model.addAttribute("kinds", CheckForm.KINDS.keySet());
        return "settings-checks";
    }

    @GetMapping("/new")
    String form(@RequestParam String kind, Model model) {
        return form(new CheckForm(kind, Map.of()), model);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable CheckId id, Model model) {
        Definition check =
                catalogue.find(id).filter(known -> known.owner() == Owner.PAGE).orElseThrow(NotThere::new);
        return form(CheckFormFields.of(check), model);
    }

    private String form(CheckForm form, Model model) {
        List<String> fields = CheckForm.KINDS.get(form.kind());
        if (fields == null) {
            throw new NotThere();
        }
        model.addAttribute("form", form);
        model.addAttribute("known", form.known());
        model.addAttribute("fields", fields);
        model.addAttribute("severities", Severity.values());
        model.addAttribute("others", catalogue.all());
        return "settings-check";
    }

    @PostMapping
    String save(@RequestParam Map<String, String> fields, Me me, Model model, Locale locale) {
        CheckForm form = new CheckForm(fields.getOrDefault("kind", ""), fields);
        try {
            Wanted wanted = form.wanted();
            if (form.known()) {
                desk.save(wanted, me.name());
            } else {
                desk.add(wanted, me.name());
            }
            audit.note(me.name(), Said.of("audit.check-saved", wanted.id().value()));
            return "redirect:/checks/" + wanted.id();
        } catch (InvalidCheck e) {
            model.addAttribute("problem", words.say(e.said(), locale));
            return form(form, model);
        }
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable CheckId id, Me me, RedirectAttributes flash, Locale locale) {
        try {
            desk.remove(id);
            audit.note(me.name(), Said.of("audit.check-removed", id.value()));
        } catch (InvalidCheck e) {
            flash.addFlashAttribute("problem", words.say(e.said(), locale));
        }
        return "redirect:/settings/checks";
    }
}
