package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.TicketPage;
import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** The queues: which tickets wait for whom, and how a server's tickets went. */
@Controller
class TicketsController {

    private static final Map<String, List<String>> STATES = Map.of(
            "open", List.of("OPEN", "OPENING", "REOPENING", "CLOSING"),
            "queued", List.of("QUEUED"),
            "closed", List.of("CLOSED"));
    private static final int DAYS = 30;

    private final TicketsApi tickets;
    private final TicketTypesApi types;
    private final ServersApi servers;
    private final Clock clock;

    TicketsController(TicketsApi tickets, TicketTypesApi types, ServersApi servers, Clock clock) {
        this.tickets = tickets;
        this.types = types;
        this.servers = servers;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    String list(
            @RequestParam(required = false) @Nullable Long server,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable Long type,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int page,
            Me me,
            HttpServletRequest request,
            Model model) {
        if (!me.admin() && me.discordId() == null) {
            return "tickets-of-nobody";
        }
        @Nullable Long staff = me.admin() ? null : me.discordId();
        Reader reader = Reader.of(request);
        String shown = state.toLowerCase(Locale.ROOT);
        try {
            List<ServersApi.Server> all = servers.servers();
            @Nullable
            Long chosen =
                    server == null && !all.isEmpty() ? (Long) all.getFirst().id() : server;
            TicketPage found = tickets.search(
                    chosen,
                    STATES.getOrDefault(shown, STATES.get("open")),
                    type,
                    text.isBlank() ? null : text,
                    staff,
                    Math.max(0, page));
            model.addAttribute("servers", all);
            model.addAttribute("server", chosen);
            model.addAttribute("types", chosen == null ? List.of() : types.types(chosen, staff));
            model.addAttribute("figures", chosen == null || !me.admin() ? null : tickets.statistics(chosen, DAYS));
            model.addAttribute("more", found.more());
            model.addAttribute(
                    "tickets",
                    found.tickets().stream()
                            .map(line -> TicketLine.of(line, reader.moments(), clock.instant()))
                            .toList());
        } catch (HttpClientErrorException e) {
            throw new NotThere();
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        model.addAttribute("state", STATES.containsKey(shown) ? shown : "open");
        model.addAttribute("type", type);
        model.addAttribute("text", text);
        model.addAttribute("page", Math.max(0, page));
        return "tickets";
    }

    @GetMapping("/tickets/doctor")
    String doctor(Model model) {
        try {
            model.addAttribute(
                    "servers",
                    servers.servers().stream()
                            .map(server -> new Examined(server, servers.doctor(server.id())))
                            .toList());
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        return "doctor";
    }

    /** A server and what is found there. */
    record Examined(ServersApi.Server server, List<ServersApi.Finding> findings) {}
}
