package dev.homelab.dashboard.web.containers;

import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.docker.DockerSettings;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ContainersController {

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

    private ContainerLine line(Container one, Reader reader) {
        return ContainerLine.of(one, containers.figures(one), reader);
    }
}
