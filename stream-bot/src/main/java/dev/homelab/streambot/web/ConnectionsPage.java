package dev.homelab.streambot.web;

import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.oauth.SignedIn;
import dev.homelab.streambot.platform.Platforms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
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
    private final Platforms platforms;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    ConnectionsPage(
            Linking linking, Platforms platforms, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.linking = linking;
        this.platforms = platforms;
        this.sessions = sessions;
    }

    @GetMapping("/connections")
    String show(
            @AuthenticationPrincipal SignedIn signedIn,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String unlinked,
            Model model) {
        List<ConnectionLine> lines = linking.of(signedIn.streamer()).stream()
                .map(connection -> ConnectionLine.of(connection, platforms.named(connection.platform())))
                .toList();
        model.addAttribute("name", signedIn.streamer().name());
        model.addAttribute("lines", lines);
        model.addAttribute("linkable", linkable(lines));
        model.addAttribute(
                "last",
                lines.stream()
                        .filter(line -> line.id().equals(last))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("unlinked", !unlinked.isEmpty());
        return "connections";
    }

    private List<?> linkable(List<ConnectionLine> lines) {
        return platforms.enabled().stream()
                .filter(platform ->
                        lines.stream().noneMatch(line -> line.platform().equals(platform.id())))
                .toList();
    }

    /** The last link is also the only way back in, so that removing it is asked about first. */
    @PostMapping("/connections/{id}/unlink")
    String unlink(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request) {
        List<Connection> all = linking.of(signedIn.streamer());
        Optional<Connection> wanted =
                all.stream().filter(link -> link.id().equals(id)).findFirst();
        if (wanted.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (all.size() == 1 && !confirmed) {
            return "redirect:/connections?last=" + id;
        }
        linking.unlink(signedIn.streamer(), id);
        if (all.size() > 1) {
            return "redirect:/connections?unlinked=yes";
        }
        sessions.findByPrincipalName(signedIn.getName()).keySet().forEach(sessions::deleteById);
        request.getSession().invalidate();
        return "redirect:/";
    }
}
