package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.Ledger;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

@Controller
class SignInController {

    private final Ledger ledger;
    private final Providers providers;

    SignInController(Ledger ledger, Providers providers) {
        this.ledger = ledger;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    String signIn(
            @Nullable Principal who,
            @SessionAttribute(name = Providers.UNKNOWN, required = false) @Nullable String unknown,
            Model model) {
        model.addAttribute("providers", providers.offered());
        model.addAttribute("unknown", unknown);
        model.addAttribute("databaseAway", !ledger.isReachable());
        return who == null ? "sign-in" : "redirect:/";
    }
}
