package dev.homelab.dashboard.web.containers;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Figures;
import dev.homelab.dashboard.web.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A container in words; what is not known is a dash. */
record ContainerLine(
        String service,
        String name,
        String image,
        String state,
        String tone,
        int restarts,
        String cpu,
        String memory,
        @Nullable Moment started) {

    private static final double MEGABYTE = 1024.0 * 1024;

    static ContainerLine of(Container one, Figures figures, Reader reader) {
        return new ContainerLine(
                one.service(),
                one.name(),
                one.image(),
                one.stateAndHealth(),
                one.condition().key(),
                one.restarts(),
                figures.cpuPercent() == null ? "–" : String.format(reader.locale(), "%.1f %%", figures.cpuPercent()),
                memory(figures.memoryBytes(), one.memoryLimit(), reader.locale()),
                one.startedAt() == null ? null : reader.moments().time(one.startedAt()));
    }

    private static String memory(@Nullable Long used, @Nullable Long limit, Locale locale) {
        String memory = used == null ? "–" : String.format(locale, "%.0f", used / MEGABYTE);
        if (limit != null) {
            return String.format(locale, "%s / %.0f MB", memory, limit / MEGABYTE);
        }
        return used == null ? memory : memory + " MB";
    }
}
