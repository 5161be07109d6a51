package dev.homelab.dashboard.web.connections;

import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.bots.PlatformReports;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ConnectionsController {

    private static final List<String> STATES = List.of("LIVE", "RETRYING", "BROKEN");
    private static final String ENDING = "ENDING";
    private static final Set<String> SORTS = Set.of("LINKED", "STREAMER", "CARE", "ENDS");

    private final ConnectionsApi connections;
    private final PlatformReports reports;
    private final Audit audit;
    private final Clock clock;

    ConnectionsController(ConnectionsApi connections, PlatformReports reports, Audit audit, Clock clock) {
        this.connections = connections;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/connections")
    String list(
            @RequestParam(defaultValue = "") String platform,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        Reader reader = Reader.of(request);
        model.addAttribute("platform", platform);
        model.addAttribute("state", state);
        model.addAttribute("text", text);
        model.addAttribute("sort", sort);
        model.addAttribute("page", Math.max(0, page));
        try {
            ConnectionPage found = connections.search(
                    null,
                    blankAsNull(platform),
                    STATES.contains(state) ? List.of(state) : null,
                    blankAsNull(text),
                    ENDING.equals(state),
                    SORTS.contains(sort) ? sort : null,
                    Math.max(0, page));
            model.addAttribute("platforms", reports.platforms());
            model.addAttribute("more", found.more());
            model.addAttribute(
                    "links",
                    found.connections().stream()
                            .map(line -> LinkLine.of(line, reader.moments(), clock.instant()))
                            .toList());
        } catch (HttpClientErrorException.BadRequest e) {
            model.addAttribute("platforms", reports.lastPlatforms());
            model.addAttribute("links", List.of());
            model.addAttribute("more", false);
        } catch (RestClientException e) {
            throw new BotAway("stream-bot", e);
        }
        return "connections";
    }

    private static @Nullable String blankAsNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Renews a link's token now, whether it is due or not. */
    @PostMapping("/connections/{id}/refresh")
    String refresh(@PathVariable UUID id, Me me, RedirectAttributes flash) {
        try {
            ConnectionPage.Line line = connections.refresh(id);
            flash.addFlashAttribute("outcome", "BROKEN".equals(line.state()) ? "dead" : "done");
            flash.addFlashAttribute("account", line.account());
            audit.note(me.name(), Said.of("audit.link-refreshed", line.account()));
        } catch (HttpClientErrorException e) {
            flash.addFlashAttribute("outcome", "refused");
            flash.addFlashAttribute("account", "");
        } catch (RestClientException e) {
            throw new BotAway("stream-bot", e);
        }
        return "redirect:/connections";
    }
}
