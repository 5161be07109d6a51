package dev.homelab.dashboard.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String overview(Model model) {
        model.addAttribute("overview", overviews.now());
        return "overview";
    }

    @GetMapping("/live")
    SseEmitter live() {
        return stream.open();
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in";
    }
}
