package dev.homelab.dashboard.check.own;

import dev.homelab.common.contract.ServersApi;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.contract.TicketsOverview.DiscordState;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target.Own.Part;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClientException;

/** Discord, as the bot that talks to it tells; when it cannot tell, nobody could look. */
@Configuration(proxyBeanMethods = false)
class DiscordParts {

    private static final int NEARLY_FULL = 95;

    @Bean
    OwnPart discord(TicketsApi tickets) {
        return new Told(Part.DISCORD, () -> gateway(tickets.overview().discord()));
    }

    @Bean
    OwnPart discordRoom(ServersApi servers) {
        return new Told(Part.DISCORD_ROOM, () -> room(servers));
    }

    @Bean
    OwnPart discordSetup(ServersApi servers) {
        return new Told(Part.DISCORD_SETUP, () -> setup(servers));
    }

    private static Finding gateway(DiscordState discord) {
        if (discord.off()) {
            return Finding.unknown("discord.off");
        }
        return discord.connected()
                ? Finding.up("discord.up", discord.detail())
                : Finding.down("discord.down", discord.detail());
    }

    private static Finding room(ServersApi servers) {
        Optional<ServersApi.Server> fullest =
                servers.servers().stream().max(Comparator.comparingInt(DiscordParts::percent));
        if (fullest.isEmpty()) {
            return Finding.up("discord.no-server");
        }
        ServersApi.Server server = fullest.get();
        if (server.queued() > 0) {
            return Finding.degraded("discord.queued", server.name(), server.queued());
        }
        return percent(server) >= NEARLY_FULL
                ? Finding.degraded("discord.nearly-full", server.name(), server.activeThreads(), server.limit())
                : Finding.up("discord.room", server.name(), server.activeThreads(), server.limit());
    }

    private static int percent(ServersApi.Server server) {
        return 100 * server.activeThreads() / Math.max(1, server.limit());
    }

    private static Finding setup(ServersApi servers) {
        for (ServersApi.Server server : servers.servers()) {
            Optional<ServersApi.Finding> worst = servers.doctor(server.id()).stream()
                    .filter(finding -> !"FINE".equals(finding.severity()))
                    .findFirst();
            if (worst.isPresent()) {
                return Finding.degraded(
                        "discord.setup",
                        server.name(),
                        worst.get().what(),
                        worst.get().mend());
            }
        }
        return Finding.up("discord.set-up");
    }

    private interface Question {
        Finding ask();
    }

    private record Told(Part part, Question question) implements OwnPart {

        @Override
        public Finding ask(String which, Duration atMost) {
            try {
                return question.ask();
            } catch (RestClientException e) {
                return Finding.unknown("discord.untold");
            }
        }
    }
}
