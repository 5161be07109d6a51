package dev.homelab.dashboard.web.containers;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.docker.DockerSettings;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ContainersController {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final Containers containers;
    private final DockerSettings settings;

    ContainersController(Containers containers, DockerSettings settings) {
        this.containers = containers;
        this.settings = settings;
    }

    /** One for the page; what is not known is a dash. */
    record Line(
            String service,
            String name,
            String image,
            String state,
            String tone,
            int restarts,
            String cpu,
            String memory,
            @Nullable Moment started) {

        static Line of(Container one, Reader reader) {
            Long limit = one.memoryLimit();
            String memory = one.memoryBytes() == null
                    ? "–"
                    : String.format(reader.locale(), "%.0f MB", one.memoryBytes() / MEGABYTE);
            return new Line(
                    one.service(),
                    one.name(),
                    one.image(),
                    one.health().isEmpty() ? one.state() : one.state() + ", " + one.health(),
                    one.isWell() ? "up" : "down",
                    one.restarts(),
                    one.cpuPercent() == null ? "–" : String.format(reader.locale(), "%.1f %%", one.cpuPercent()),
                    limit == null ? memory : memory + String.format(Locale.ROOT, " / %.0f", limit / MEGABYTE),
                    one.startedAt() == null ? null : reader.moments().time(one.startedAt()));
        }
    }

    @GetMapping("/containers")
    String list(HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        model.addAttribute("connected", settings.isConnected());
        model.addAttribute("problem", containers.problem().orElse(null));
        model.addAttribute(
                "containers",
                containers.all().stream().map(one -> Line.of(one, reader)).toList());
        return "containers";
    }
}
