package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.dashboard.access.Me;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.web.BotAway;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket type: who answers when, what its form asks, and what the answers do. */
@Controller
@RequestMapping("/tickets/types/{id}")
class TypeController {

    /** What was sent and could not be is shown once more, to be mended. */
    private static final String HOURS = "hours";

    private static final String QUESTIONS = "questions";
    private static final List<String> KINDS =
            List.of("SHORT_TEXT", "LONG_TEXT", "MENU", "RADIO", "CHECKBOXES", "CHECKBOX", "FILES");

    private final TicketTypesApi types;
    private final Audit audit;

    TypeController(TicketTypesApi types, Audit audit) {
        this.types = types;
        this.audit = audit;
    }

    /** The forms are records; what their constructors do not take is nobody's to set. */
    @InitBinder
    void takeWhatConstructorsTake(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    /** So Spring's binding answers a number in the form that is beyond its limit. */
    @ExceptionHandler(IndexOutOfBoundsException.class)
    @ResponseStatus(code = HttpStatus.BAD_REQUEST, reason = "too many questions")
    void noSuchNumber() {}

    @GetMapping
    String type(@PathVariable long id, @RequestParam long server, HttpServletRequest request, Model model) {
        try {
            List<TicketTypesApi.Type> all = types.types(server, null);
            TicketTypesApi.Type type = find(all, id);
            Reader reader = Reader.of(request);
            if (!model.containsAttribute(HOURS)) {
                model.addAttribute(
                        HOURS, HoursForm.of(type.hours(), reader.moments().zone()));
            }
            if (!model.containsAttribute(QUESTIONS)) {
                model.addAttribute(QUESTIONS, QuestionsForm.of(type.questions()));
            }
            model.addAttribute("type", type);
            model.addAttribute("types", all);
            model.addAttribute("days", HoursForm.days(reader.locale()));
        } catch (RestClientException e) {
            throw new BotAway("discord-bot", e);
        }
        model.addAttribute("server", server);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("priorities", TypesController.PRIORITIES);
        return "type";
    }

    private static TicketTypesApi.Type find(List<TicketTypesApi.Type> all, long id) {
        return all.stream().filter(type -> type.id() == id).findFirst().orElseThrow(NotThere::new);
    }

    @PostMapping
    String change(@PathVariable long id, @RequestParam long server, TypeForm form, Me me, RedirectAttributes flash) {
        change(id, server, form::changed, me, flash);
        return "redirect:/tickets/types?server=" + server;
    }

    @PostMapping("/hours")
    String open(@PathVariable long id, @RequestParam long server, HoursForm form, Me me, RedirectAttributes flash) {
        if (!change(id, server, form::changed, me, flash)) {
            flash.addFlashAttribute(HOURS, form);
        }
        return page(id, server);
    }

    @PostMapping("/questions")
    String ask(@PathVariable long id, @RequestParam long server, QuestionsForm form, Me me, RedirectAttributes flash) {
        if (!change(id, server, form::changed, me, flash)) {
            flash.addFlashAttribute(QUESTIONS, form);
        }
        return page(id, server) + "#questions";
    }

    private boolean change(
            long id, long server, UnaryOperator<TicketTypesApi.Type> wanted, Me me, RedirectAttributes flash) {
        return TypeChange.tell(flash, () -> {
            TicketTypesApi.Type changed = types.change(id, wanted.apply(find(types.types(server, null), id)));
            audit.note(me.name(), Said.of("audit.type-changed", changed.name()));
        });
    }

    private static String page(long id, long server) {
        return "redirect:/tickets/types/" + id + "?server=" + server;
    }
}
