package dev.homelab.dashboard.web.check;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CheckController {

    private final CheckViews views;
    private final WantedLooks looks;

    CheckController(CheckViews views, WantedLooks looks) {
        this.views = views;
        this.looks = looks;
    }

    @GetMapping("/checks/{id}")
    String check(
            @PathVariable String id,
            @RequestParam(defaultValue = "day") String range,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "view", views.of(id, Range.of(range), Reader.of(request)).orElseThrow(NotThere::new));
        return "check";
    }

    @PostMapping("/checks/{id}/look")
    String look(@PathVariable CheckId id) throws InterruptedException {
        looks.lookNow(id);
        return "redirect:/checks/" + id;
    }
}
