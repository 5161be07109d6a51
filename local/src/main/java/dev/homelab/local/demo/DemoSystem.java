package dev.homelab.local.demo;

import java.time.Duration;
import java.util.List;

/** The demo when everything is ready. */
record DemoSystem(
        DemoPorts ports,
        DemoEnvironment environment,
        World world,
        List<SupervisedService> services,
        DemoFolder folder,
        Duration startedWithin) {

    SupervisedService service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String dashboardUrl() {
        return "http://localhost:" + ports.dashboard();
    }

    String discordBotUrl() {
        return "http://localhost:" + ports.discordBot();
    }

    String streamBotUrl() {
        return "http://localhost:" + ports.streamBot();
    }

    String platformsUrl() {
        return "http://localhost:" + ports.platforms();
    }

    /** The table that a person reads when all is ready. */
    String addresses() {
        String discord = environment.usesRealDiscord()
                ? "Discord     real        open a ticket in #open-a-ticket of your server"
                : "Discord     http://localhost:%d   simulated: open a ticket in #open-a-ticket"
                        .formatted(ports.discord());
        return """

                Homelab is ready after %d s. Ctrl-C stops all of it.

                  %s
                  Streamers   %s   sign in with Twitch, YouTube or Kick, then link the others
                  Dashboard   %s   sign in as %s with %s

                  Platforms   http://localhost:%d   simulated: accounts, grants, faults
                  Servers     PostgreSQL %d, Redis %d, S3 %d
                  Logs        %s
                """.formatted(
                        startedWithin.toSeconds(),
                        discord,
                        streamBotUrl(),
                        dashboardUrl(),
                        environment.adminName(),
                        environment.adminPassword(),
                        ports.platforms(),
                        ports.postgres(),
                        ports.redis(),
                        ports.objects(),
                        folder.logs());
    }
}
