package dev.homelab.dashboard.readiness;

import dev.homelab.dashboard.alert.Channel;
import dev.homelab.dashboard.alert.Channels;
import dev.homelab.dashboard.alert.Outbox;
import dev.homelab.dashboard.readiness.Item.Section;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether somebody hears of it. */
@Component
class AlertsInspector implements Inspector {

    private final Channels channels;
    private final Outbox outbox;
    private final Environment environment;

    AlertsInspector(Channels channels, Outbox outbox, Environment environment) {
        this.channels = channels;
        this.outbox = outbox;
        this.environment = environment;
    }

    @Override
    public Section section() {
        return Section.MONITORING;
    }

    @Override
    public List<Item> inspect() {
        long on = channels.all().stream().filter(Channel::enabled).count();
        int waiting = outbox.waiting();
        return List.of(
                on == 0 ? Item.fail("alerts", Section.MONITORING) : Item.ok("alerts", Section.MONITORING, on),
                waiting > 0
                        ? Item.warn("delivery", Section.MONITORING, waiting)
                        : Item.ok("delivery", Section.MONITORING),
                environment.getProperty("homelab.alerts.heartbeat", "").isEmpty()
                        ? Item.warn("heartbeat", Section.MONITORING)
                        : Item.ok("heartbeat", Section.MONITORING));
    }
}
