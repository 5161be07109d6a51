package dev.homelab.dashboard.api;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.TicketDetails;
import dev.homelab.common.contract.TicketPage;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.bots.BotSettings;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.docker.Container;
import dev.homelab.dashboard.docker.Containers;
import dev.homelab.dashboard.maintenance.Maintenance;
import dev.homelab.dashboard.maintenance.Maintenances;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands on the other pages, as JSON in English; of the services, in the words of their contracts. */
@RestController
@RequestMapping("/api/v1")
class ReadApi {

    private static final int MOST_LINES = 200;
    private static final String ANYBODY = "";

    private final BotSettings bots;
    private final ConnectionsApi connections;
    private final TicketsApi tickets;
    private final BackupsApi backups;
    private final Containers containers;
    private final Maintenances maintenances;
    private final Audit audit;
    private final Words words;

    ReadApi(
            BotSettings bots,
            ConnectionsApi connections,
            TicketsApi tickets,
            BackupsApi backups,
            Containers containers,
            Maintenances maintenances,
            Audit audit,
            Words words) {
        this.bots = bots;
        this.connections = connections;
        this.tickets = tickets;
        this.backups = backups;
        this.containers = containers;
        this.maintenances = maintenances;
        this.audit = audit;
        this.words = words;
    }

    /** A line of the audit. */
    record Line(long id, Instant at, String who, String place, String said) {}

    /** As {@link ConnectionsApi#search}. */
    @GetMapping("/connections")
    ConnectionPage connections(
            @RequestParam(required = false) @Nullable UUID streamer,
            @RequestParam(required = false) @Nullable String platform,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean ending,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page) {
        return connections.search(streamer, platform, state, text, ending, sort, page);
    }

    /** As {@link TicketsApi#search}, of all types. */
    @GetMapping("/tickets")
    TicketPage tickets(
            @RequestParam(required = false) @Nullable Long server,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable Long type,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page) {
        return tickets.search(server, state, type, text, null, page);
    }

    @GetMapping("/tickets/{id}")
    TicketDetails ticket(@PathVariable UUID id) {
        return tickets.ticket(id, null);
    }

    /** None where there is no worker. */
    @GetMapping("/backups")
    BackupsOverview backups() {
        return bots.hasBackup() ? backups.overview() : new BackupsOverview(List.of(), null, null);
    }

    /** Those of this project; none where Docker is not connected or does not answer, of which readiness tells. */
    @GetMapping("/containers")
    List<Container> containers() {
        return containers.all();
    }

    @GetMapping("/maintenance")
    List<Maintenance> maintenance() {
        return maintenances.all();
    }

    /** The newest 200 lines, or those before one that is known. */
    @GetMapping("/audit")
    List<Line> audit(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return audit.lines(before, new Audit.Wish(ANYBODY, null, null), MOST_LINES).stream()
                .map(line -> new Line(
                        line.id(), line.at(), line.who(), line.place(), words.say(line.said(), Locale.ENGLISH)))
                .toList();
    }
}
