package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.Ledger;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final Ledger ledger;

    SignInController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/sign-in")
    String signIn(@Nullable Principal who, Model model) {
        model.addAttribute("databaseAway", !ledger.isReachable());
        return who == null ? "sign-in" : "redirect:/";
    }
}
