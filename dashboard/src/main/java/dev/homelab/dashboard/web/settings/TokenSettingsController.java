package dev.homelab.dashboard.web.settings;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.access.ApiTokens;
import dev.homelab.dashboard.access.ApiTokens.ApiToken;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.access.TokenScope;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of the API; each is shown once. */
@Controller
@RequestMapping("/settings/tokens")
class TokenSettingsController {

    private static final String BACK = "redirect:/settings/tokens";
    private static final int MOST_DAYS = 3650;

    private final ApiTokens tokens;
    private final Audit audit;
    private final Clock clock;

    TokenSettingsController(ApiTokens tokens, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** One for the page. */
    record Line(
            UUID id,
            String name,
            Collection<TokenScope> scopes,
            String by,
            Moment expires,
            @Nullable Moment used,
            boolean expired) {}

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute(
                "tokens",
                tokens.all().stream()
                        .map(token -> new Line(
                                token.id(),
                                token.name(),
                                token.scopes().stream().sorted().toList(),
                                token.createdBy(),
                                reader.moments().day(token.expiresAt()),
                                token.usedAt() == null ? null : reader.moments().time(token.usedAt()),
                                !token.expiresAt().isAfter(clock.instant())))
                        .toList());
        return "settings-tokens";
    }

    @PostMapping
    String make(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Set<TokenScope> scopes,
            @RequestParam int days,
            Me me,
            RedirectAttributes flash) {
        if (name.isBlank() || name.length() > 60 || scopes == null || days < 1 || days > MOST_DAYS) {
            flash.addFlashAttribute("problem", "tokens.incomplete");
            return BACK;
        }
        flash.addFlashAttribute(
                "fresh", tokens.make(name.strip(), scopes, clock.instant().plus(Duration.ofDays(days)), me.name()));
        audit.note(me.name(), Said.of("audit.token-made", name.strip()));
        return BACK;
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, Me me) {
        ApiToken token = tokens.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
        tokens.revoke(id);
        audit.note(me.name(), Said.of("audit.token-revoked", token.name()));
        return BACK;
    }
}
