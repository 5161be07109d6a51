package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.StaffReply;
import dev.homelab.common.contract.TicketDetails;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket: its conversation, and a reply under one's own Discord name. */
@Controller
class TicketController {

    private final TicketsApi tickets;
    private final Audit audit;
    private final Clock clock;

    TicketController(TicketsApi tickets, Audit audit, Clock clock) {
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/tickets/{id}")
    String ticket(@PathVariable UUID id, Me me, HttpServletRequest request, Model model) {
        if (!me.admin() && me.discordId() == null) {
            throw new NotThere();
        }
        try {
            TicketDetails details = tickets.ticket(id, me.admin() ? null : me.discordId());
            model.addAttribute("view", TicketView.of(details, Reader.of(request), clock.instant()));
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotThere();
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        return "ticket";
    }

    @PostMapping("/tickets/{id}/replies")
    String reply(@PathVariable UUID id, @RequestParam String text, Me me, RedirectAttributes flash) {
        if (me.discordId() == null) {
            flash.addFlashAttribute("refused", "ticket.no-discord");
            flash.addFlashAttribute("unsent", text);
        } else {
            say(id, me, me.discordId(), text, flash);
        }
        return "redirect:/tickets/" + id + "#reply";
    }

    private void say(UUID id, Me me, long staff, String text, RedirectAttributes flash) {
        try {
            tickets.reply(id, new StaffReply(staff, text));
            flash.addFlashAttribute("sent", true);
            audit.note(me.name(), Said.of("audit.replied"));
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("refused", "ticket.too-long");
            flash.addFlashAttribute("unsent", text);
        } catch (HttpClientErrorException e) {
            flash.addFlashAttribute("why", reason(e));
            flash.addFlashAttribute("unsent", text);
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
    }

    private static @Nullable String reason(HttpClientErrorException refused) {
        ProblemDetail problem = refused.getResponseBodyAs(ProblemDetail.class);
        return problem == null ? refused.getStatusText() : problem.getDetail();
    }
}
