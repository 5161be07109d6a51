package dev.homelab.discordbot.web;

import dev.homelab.discordbot.transcript.TranscriptSearch;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own tickets, and for staff those of their types. */
@Controller
class TicketsPage {

    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 10_000;

    private final Readers readers;
    private final TranscriptSearch search;

    TicketsPage(Readers readers, TranscriptSearch search) {
        this.readers = readers;
        this.search = search;
    }

    @GetMapping("/tickets")
    String list(
            @AuthenticationPrincipal SignedIn reader,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Optional<Set<Long>> types = readers.staffTypes(reader);
        String words = q.substring(0, Math.min(q.length(), LONGEST_SEARCH));
        int wanted = Math.clamp(page, 0, LAST_PAGE);
        TranscriptSearch.Page found = search.find(reader.id(), types.orElse(Set.of()), wanted(state), words, wanted);
        model.addAttribute("name", reader.shownName());
        model.addAttribute("partial", types.isEmpty());
        model.addAttribute("q", words);
        model.addAttribute("state", state);
        model.addAttribute("page", wanted);
        model.addAttribute("lines", found.lines());
        model.addAttribute("more", found.more());
        return "tickets";
    }

    private static TranscriptSearch.State wanted(String state) {
        return switch (state) {
            case "open" -> TranscriptSearch.State.OPEN;
            case "closed" -> TranscriptSearch.State.CLOSED;
            default -> TranscriptSearch.State.ALL;
        };
    }
}
