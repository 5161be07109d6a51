package dev.homelab.streambot.web;

import dev.homelab.common.page.Moments;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.oauth.LoginSessions;
import dev.homelab.streambot.oauth.SignedIn;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A streamer's own links. */
@Controller
class ConnectionsPage {

    private final Linking linking;
    private final LinkCards cards;
    private final Platforms platforms;
    private final LoginSessions sessions;

    ConnectionsPage(Linking linking, LinkCards cards, Platforms platforms, LoginSessions sessions) {
        this.linking = linking;
        this.cards = cards;
        this.platforms = platforms;
        this.sessions = sessions;
    }

    @GetMapping("/connections")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String unlinked,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        linking.speaks(signedIn.streamer(), locale);
        List<LinkCard> links = cards.of(signedIn.streamer(), Moments.of(request, locale));
        model.addAttribute("name", signedIn.streamer().name());
        model.addAttribute("links", links);
        model.addAttribute("linkable", linkable(links));
        model.addAttribute(
                "last",
                links.stream()
                        .filter(link -> link.id().equals(last))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("unlinked", !unlinked.isEmpty());
        return "connections";
    }

    private List<Platform> linkable(List<LinkCard> links) {
        return platforms.enabled().stream()
                .filter(platform ->
                        links.stream().noneMatch(link -> link.platform().equals(platform.id())))
                .toList();
    }

    /** The last account that one can sign in with is the only way back in: without it, the rest goes as well. */
    @PostMapping("/connections/{id}/unlink")
    String unlink(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request) {
        return switch (linking.unlink(signedIn.streamer(), id, Origin.of(request))) {
            case DONE -> "redirect:/connections?unlinked=yes";
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case LAST_WAY_IN -> confirmed ? removeAll(signedIn, request) : "redirect:/connections?last=" + id;
        };
    }

    private String removeAll(SignedIn signedIn, HttpServletRequest request) {
        linking.unlinkAll(signedIn.streamer());
        sessions.endAll(signedIn.streamer(), request);
        return "redirect:/";
    }
}
