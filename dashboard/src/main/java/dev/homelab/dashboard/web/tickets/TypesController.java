package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketTypesApi.NewType;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.NotThere;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ticket types of a server; their questions and hours are set up on Discord, and kept as they are here. */
@Controller
@RequestMapping("/tickets/types")
class TypesController {

    static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "HIGH", "URGENT");

    private final TicketTypesApi types;
    private final ServersApi servers;
    private final Audit audit;

    TypesController(TicketTypesApi types, ServersApi servers, Audit audit) {
        this.types = types;
        this.servers = servers;
        this.audit = audit;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long server, Model model) {
        try {
            List<ServersApi.Server> all = servers.servers();
            ServersApi.Server chosen = all.stream()
                    .filter(one -> server == null || one.id() == server)
                    .findFirst()
                    .orElse(null);
            model.addAttribute("servers", all);
            model.addAttribute("server", chosen == null ? null : (Long) chosen.id());
            model.addAttribute("types", chosen == null ? List.of() : types.types(chosen.id(), null));
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        model.addAttribute("priorities", PRIORITIES);
        return "types";
    }

    @PostMapping
    String add(
            @RequestParam long server,
            @RequestParam String name,
            @RequestParam String emoji,
            Me me,
            RedirectAttributes flash) {
        told(flash, () -> {
            types.add(server, new NewType(name.strip(), emoji.strip()));
            audit.note(me.name(), Said.of("audit.type-added", name.strip()));
        });
        return "redirect:/tickets/types?server=" + server;
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, @RequestParam long server, TypeForm form, Me me, RedirectAttributes flash) {
        told(flash, () -> {
            TicketTypesApi.Type before = types.types(server, null).stream()
                    .filter(type -> type.id() == id)
                    .findFirst()
                    .orElseThrow(NotThere::new);
            types.change(id, form.changed(before));
            audit.note(me.name(), Said.of("audit.type-changed", form.name()));
        });
        return "redirect:/tickets/types?server=" + server;
    }

    private interface Change {
        void make();
    }

    private static void told(RedirectAttributes flash, Change change) {
        try {
            change.make();
            flash.addFlashAttribute("saved", true);
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        } catch (HttpClientErrorException e) {
            flash.addFlashAttribute(
                    "problem",
                    Optional.ofNullable(e.getResponseBodyAs(ProblemDetail.class))
                            .map(ProblemDetail::getDetail)
                            .orElse(e.getStatusText()));
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
    }
}
