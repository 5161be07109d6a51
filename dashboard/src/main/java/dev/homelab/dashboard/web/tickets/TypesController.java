package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketTypesApi.NewType;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ticket types of a server. */
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
        TypeChange.tell(flash, () -> {
            types.add(server, new NewType(name.strip(), emoji.strip()));
            audit.note(me.name(), Said.of("audit.type-added", name.strip()));
        });
        return "redirect:/tickets/types?server=" + server;
    }
}
