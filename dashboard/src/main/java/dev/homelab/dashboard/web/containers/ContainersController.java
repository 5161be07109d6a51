package dev.homelab.dashboard.web.containers;

import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.docker.Containers.Closeup;
import dev.homelab.dashboard.docker.DockerSettings;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ContainersController {

    private static final int LINES = 100;
    private static final int LONGEST = 50_000;

    private final Containers containers;
    private final DockerSettings settings;

    ContainersController(Containers containers, DockerSettings settings) {
        this.containers = containers;
        this.settings = settings;
    }

    @GetMapping("/containers")
    String list(HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        model.addAttribute("connected", settings.isConnected());
        model.addAttribute("problem", containers.problem().orElse(null));
        model.addAttribute(
                "containers",
                containers.all().stream().map(one -> line(one, reader)).toList());
        return "containers";
    }

    @GetMapping("/containers/{name}")
    String container(@PathVariable String name, HttpServletRequest request, Model model) {
        Closeup seen = containers.closeup(name, LINES, LONGEST).orElseThrow(NotThere::new);
        model.addAttribute("view", view(name, seen, Reader.of(request)));
        return "container";
    }

    private ContainerView view(String name, Closeup seen, Reader reader) {
        Container one = seen.container();
        return one == null
                ? new ContainerView(name, null, "–", "", "", "", seen.problem())
                : new ContainerView(
                        one.service(),
                        line(one, reader),
                        one.isRunning() ? "–" : String.valueOf(one.exitCode()),
                        one.check().value(),
                        one.complaint(),
                        seen.lines(),
                        seen.problem());
    }

    private ContainerLine line(Container one, Reader reader) {
        return ContainerLine.of(one, containers.figures(one), reader);
    }
}
