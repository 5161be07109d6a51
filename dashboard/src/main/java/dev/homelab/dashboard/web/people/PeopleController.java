package dev.homelab.dashboard.web.people;

import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.access.NewPassword;
import dev.homelab.dashboard.access.People;
import dev.homelab.dashboard.access.Person;
import dev.homelab.dashboard.access.PersonRefused;
import dev.homelab.dashboard.access.Providers;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.SignOuts;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.NotThere;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody who may sign in, for admins. Whoever is changed is signed out, so that nothing old goes on. */
@Controller
@RequestMapping("/settings/people")
class PeopleController {

    private static final String BACK = "redirect:/settings/people";

    private final People people;
    private final PasswordEncoder passwords;
    private final SignOuts signOuts;
    private final Providers providers;
    private final Audit audit;

    PeopleController(People people, PasswordEncoder passwords, SignOuts signOuts, Providers providers, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.signOuts = signOuts;
        this.providers = providers;
        this.audit = audit;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("providers", providers.offered());
        model.addAttribute("roles", Role.values());
        return "people";
    }

    @PostMapping
    String add(@RequestParam String name, @RequestParam String password, @RequestParam Role role, Me me) {
        String hash = password.isEmpty() ? null : hash(password, name);
        people.add(name.strip(), hash, role);
        audit.note(me.name(), Said.of("audit.person-added", name.strip(), role.key()));
        return BACK;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable Long discordId,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "false") boolean disabled,
            Me me) {
        Person before = people.find(id).orElseThrow(NotThere::new);
        if (id.equals(me.id()) && (disabled || role != me.role())) {
            throw new PersonRefused("people.oneself");
        }
        String known = subject == null ? before.subject() : subject.isBlank() ? null : subject.strip();
        people.change(new Person(id, before.name(), before.password(), role, discordId, known, disabled));
        audit.note(
                me.name(),
                Said.of(disabled ? "audit.person-disabled" : "audit.person-changed", before.name(), role.key()));
        signOuts.everywhere(before.name());
        return BACK;
    }

    @PostMapping("/{id}/password")
    String resetPassword(@PathVariable UUID id, @RequestParam String password, Me me) {
        Person person = people.find(id).orElseThrow(NotThere::new);
        people.changePassword(id, hash(password, person.name()));
        audit.note(me.name(), Said.of("audit.password-reset", person.name()));
        signOuts.everywhere(person.name());
        return BACK;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable UUID id, Me me) {
        Person person = people.find(id).orElseThrow(NotThere::new);
        if (id.equals(me.id())) {
            throw new PersonRefused("people.oneself");
        }
        people.remove(id);
        audit.note(me.name(), Said.of("audit.person-removed", person.name()));
        signOuts.everywhere(person.name());
        return BACK;
    }

    private String hash(String password, String name) {
        Optional<String> problem = NewPassword.problem(password, name);
        if (problem.isPresent()) {
            throw new PersonRefused(problem.get());
        }
        return String.valueOf(passwords.encode(password));
    }

    @ExceptionHandler
    String refused(PersonRefused refused, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.key());
        return BACK;
    }
}
