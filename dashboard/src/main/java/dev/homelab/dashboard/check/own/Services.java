package dev.homelab.dashboard.check.own;

import dev.homelab.dashboard.bots.BotProbes;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.check.CheckSettings;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target.Own.Part;
import dev.homelab.dashboard.check.probe.TcpConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether our services are there and ready, and what keeps them from it. */
@Configuration(proxyBeanMethods = false)
class Services {

    @Bean
    OwnPart discordBot(BotProbes probes, BotSettings settings, Clock clock) {
        return new Starting(new Service(Part.DISCORD_BOT, probes, settings.discordBotUrl()), clock);
    }

    @Bean
    OwnPart streamBot(BotProbes probes, BotSettings settings, Clock clock) {
        return new Starting(new Service(Part.STREAM_BOT, probes, settings.streamBotUrl()), clock);
    }

    @Bean
    OwnPart backupWorker(BotProbes probes, BotSettings settings, Clock clock) {
        URI address = settings.hasBackup() ? Objects.requireNonNull(settings.backupUrl()) : URI.create("");
        return new Starting(new Service(Part.BACKUP, probes, address), clock);
    }

    @Bean
    OwnPart proxy(CheckSettings settings, Clock clock) {
        return new Starting(new Proxy(settings.proxy()), clock);
    }

    /** Whether it takes connections; what is behind it has checks of its own. */
    private record Proxy(String address) implements OwnPart {

        @Override
        public Part part() {
            return Part.PROXY;
        }

        @Override
        public Finding ask(String which, Duration atMost) throws IOException {
            int colon = address.lastIndexOf(':');
            return TcpConnection.ask(
                    address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), atMost);
        }
    }

    private record Service(Part part, BotProbes probes, URI address) implements OwnPart {

        @Override
        public Finding ask(String which, Duration atMost) {
            BotProbes.Readiness told = probes.readiness(address);
            if (told.ready()) {
                return Finding.up("service.up");
            }
            return told.failing().isEmpty()
                    ? Finding.down("service.status", told.status())
                    : Finding.down("service.not-ready", String.join(", ", told.failing()));
        }
    }
}
