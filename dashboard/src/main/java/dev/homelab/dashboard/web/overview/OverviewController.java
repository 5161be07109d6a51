package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class OverviewController {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Overviews overviews;
    private final LiveStream stream;

    OverviewController(Overviews overviews, LiveStream stream) {
        this.overviews = overviews;
        this.stream = stream;
    }

    /** The headers go ahead: a browser takes longer to make room for a page than it takes to draw this one. */
    @GetMapping("/")
    String overview(HttpServletRequest request, HttpServletResponse response, CsrfToken form, Model model)
            throws IOException {
        Reader reader = Reader.of(request);
        // With the headers the session is written down, and a new token is kept in it.
        form.getToken();
        response.setContentType(HTML);
        response.setLocale(reader.locale());
        response.flushBuffer();
        model.addAttribute("overview", overviews.of(reader));
        return "overview/page";
    }

    @GetMapping("/groups/{key}")
    String group(@PathVariable String key, HttpServletRequest request, Model model) {
        model.addAttribute("group", overviews.whole(key, Reader.of(request)).orElseThrow(NotThere::new));
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
