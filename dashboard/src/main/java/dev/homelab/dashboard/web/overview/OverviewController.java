package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class OverviewController {

    private final Overviews overviews;
    private final LiveStream stream;

    OverviewController(Overviews overviews, LiveStream stream) {
        this.overviews = overviews;
        this.stream = stream;
    }

    @GetMapping("/")
    String overview(HttpServletRequest request, Model model) {
        model.addAttribute("overview", overviews.of(Reader.of(request)));
        return "overview/page";
    }

    @GetMapping("/groups/{key}")
    String group(@PathVariable String key, HttpServletRequest request, Model model) {
        model.addAttribute("group", overviews.whole(key, Reader.of(request)));
        return "overview/group";
    }

    /** Goes on after the last event that the browser has, or after the page itself. */
    @GetMapping("/live")
    SseEmitter live(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") long since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long last) {
        return stream.open(Reader.of(request), Math.max(since, last));
    }
}
