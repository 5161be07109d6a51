package dev.homelab.dashboard.web.people;

import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.access.NewPassword;
import dev.homelab.dashboard.access.People;
import dev.homelab.dashboard.access.Person;
import dev.homelab.dashboard.access.SignOuts;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.NotThere;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, and where one is signed in. */
@Controller
class AccountController {

    private final People people;
    private final PasswordEncoder passwords;
    private final SignOuts signOuts;
    private final Audit audit;

    AccountController(People people, PasswordEncoder passwords, SignOuts signOuts, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.signOuts = signOuts;
        this.audit = audit;
    }

    @GetMapping("/account")
    String account() {
        return "account";
    }

    /** Whoever changes their password is signed out everywhere, here too: whoever knew the old one is out. */
    @PostMapping("/account/password")
    String changePassword(@RequestParam String now, @RequestParam String wanted, Me me, RedirectAttributes flash) {
        Person person = people.find(me.id()).orElseThrow(NotThere::new);
        boolean matches = person.password() != null && passwords.matches(now, person.password());
        Optional<String> problem = matches ? NewPassword.problem(wanted, me.name()) : Optional.of("password.wrong");
        if (problem.isPresent()) {
            flash.addFlashAttribute("problem", problem.get());
            return "redirect:/account";
        }
        people.changePassword(me.id(), passwords.encode(wanted));
        audit.note(me.name(), Said.of("audit.password-changed"));
        signOuts.everywhere(me.name());
        return "redirect:/sign-in?changed";
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(Me me) {
        audit.note(me.name(), Said.of("audit.signed-out-everywhere"));
        signOuts.everywhere(me.name());
        return "redirect:/sign-in?bye";
    }
}
