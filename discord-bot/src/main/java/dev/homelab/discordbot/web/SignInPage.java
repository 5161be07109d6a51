package dev.homelab.discordbot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, or why there is none. */
@Controller
@ControllerAdvice
class SignInPage {

    private final SignInSettings settings;

    SignInPage(SignInSettings settings) {
        this.settings = settings;
    }

    @GetMapping(SecurityConfiguration.SIGN_IN)
    String signIn(
            @AuthenticationPrincipal @Nullable SignedIn reader,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        if (reader != null) {
            return "redirect:/tickets";
        }
        model.addAttribute("enabled", settings.enabled());
        model.addAttribute("failed", failed != null);
        return "sign-in";
    }

    /** Whoever took the application out of their Discord account is signed out here as well. */
    @ExceptionHandler(SignInExpired.class)
    String expired(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return "redirect:" + SecurityConfiguration.SIGN_IN + "?failed";
    }
}
