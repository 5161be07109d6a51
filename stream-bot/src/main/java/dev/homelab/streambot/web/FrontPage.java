package dev.homelab.streambot.web;

import dev.homelab.streambot.oauth.Problem;
import dev.homelab.streambot.oauth.SignedIn;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The way in, and what is said when it is barred. */
@Controller
class FrontPage {

    private final Platforms platforms;

    FrontPage(Platforms platforms) {
        this.platforms = platforms;
    }

    @GetMapping("/")
    String front(@AuthenticationPrincipal @Nullable SignedIn signedIn, Model model) {
        if (signedIn != null) {
            return "redirect:/connections";
        }
        model.addAttribute(
                "platforms", platforms.all().stream().filter(Platform::signIn).toList());
        return "front";
    }

    @GetMapping("/problem/{code}")
    String problem(@PathVariable String code, @AuthenticationPrincipal @Nullable SignedIn signedIn, Model model) {
        Problem problem = Problem.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("problem", "problem." + problem.code());
        model.addAttribute("back", signedIn == null ? "/" : "/connections");
        return "problem";
    }

    /** Only platforms that cannot be asked get here: the others start before any controller is asked. */
    @GetMapping("/sign-in/{platform}")
    String cannotSignIn(@PathVariable String platform) {
        boolean away = platforms.findEnabled(platform).filter(Platform::signIn).isPresent();
        return "redirect:" + (away ? Problem.PLATFORM : Problem.SWITCHED_OFF).path();
    }

    @PostMapping("/connections/{platform}")
    String cannotLink(@PathVariable String platform) {
        boolean away = platforms.findEnabled(platform).isPresent();
        return "redirect:" + (away ? Problem.PLATFORM : Problem.SWITCHED_OFF).path();
    }
}
