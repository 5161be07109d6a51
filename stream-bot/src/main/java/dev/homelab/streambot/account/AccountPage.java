package dev.homelab.streambot.account;

import dev.homelab.common.page.Moments;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.connection.Streamer;
import dev.homelab.streambot.oauth.LoginSessions;
import dev.homelab.streambot.oauth.SignedIn;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.web.LinkCards;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A streamer's account: who they are here, what was done, and the ways out. */
@Controller
class AccountPage {

    private static final int LINES = 25;

    private final Linking linking;
    private final LinkCards cards;
    private final AuditLog audit;
    private final Export export;
    private final LoginSessions sessions;
    private final Platforms platforms;
    private final Clock clock;

    AccountPage(
            Linking linking,
            LinkCards cards,
            AuditLog audit,
            Export export,
            LoginSessions sessions,
            Platforms platforms,
            Clock clock) {
        this.linking = linking;
        this.cards = cards;
        this.audit = audit;
        this.export = export;
        this.sessions = sessions;
        this.platforms = platforms;
        this.clock = clock;
    }

    @GetMapping("/account")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        Moments moments = Moments.of(request, locale);
        List<AccountLine> lines = audit.page(before, signedIn.streamer().id(), null, LINES + 1).stream()
                .map(line -> AccountLine.of(line, moments, platforms))
                .toList();
        model.addAttribute("since", moments.day(linking.since(signedIn.streamer())));
        model.addAttribute("lines", lines.stream().limit(LINES).toList());
        model.addAttribute("older", lines.size() > LINES ? lines.get(LINES - 1).id() : null);
        return shown(signedIn, moments, model, "account");
    }

    @GetMapping("/account/delete")
    String ask(@AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request, Locale locale, Model model) {
        return shown(signedIn, Moments.of(request, locale), model, "delete");
    }

    private String shown(SignedIn signedIn, Moments moments, Model model, String page) {
        model.addAttribute("name", signedIn.streamer().name());
        model.addAttribute("links", cards.of(signedIn.streamer(), moments));
        return page;
    }

    @PostMapping("/account/data")
    ResponseEntity<StreamingResponseBody> download(
            @AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request) {
        note(Action.EXPORT, signedIn.streamer(), request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"homelab.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(to -> export.write(signedIn.streamer(), to));
    }

    @PostMapping("/account/delete")
    String delete(@AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request) {
        linking.unlinkAll(signedIn.streamer());
        sessions.endAll(signedIn.streamer(), request);
        return "redirect:/?deleted=yes";
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(@AuthenticationPrincipal SignedIn signedIn, HttpServletRequest request) {
        note(Action.SIGN_OUT_EVERYWHERE, signedIn.streamer(), request);
        sessions.endAll(signedIn.streamer(), request);
        return "redirect:/";
    }

    private void note(Action action, Streamer streamer, HttpServletRequest request) {
        audit.note(new AuditEntry(
                clock.instant(), action, AuditEntry.DONE, null, streamer.id(), null, Origin.of(request), ""));
    }
}
