package dev.homelab.local.demo;

import dev.homelab.local.server.Ports;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every port of the demo, by the environment variable that moves it. */
record DemoPorts(
        int dashboard,
        int discordBot,
        int streamBot,
        int backup,
        int discord,
        int platforms,
        int objects,
        int postgres,
        int redis) {

    private static final int HIGHEST = 65_535;

    static DemoPorts from(Map<String, String> environment) {
        DemoPorts ports = new DemoPorts(
                port(environment, "DASHBOARD_PORT", 8080),
                port(environment, "DISCORD_BOT_PORT", 8081),
                port(environment, "STREAM_BOT_PORT", 8082),
                port(environment, "BACKUP_PORT", 8083),
                port(environment, "DISCORD_SIMULATOR_PORT", 8090),
                port(environment, "PLATFORM_SIMULATOR_PORT", 8091),
                port(environment, "S3_PORT", 9000),
                port(environment, "POSTGRES_PORT", 5433),
                port(environment, "REDIS_PORT", 6380));
        ports.requireDistinct();
        return ports;
    }

    /** By variable, in the order of the table of addresses. */
    Map<String, Integer> byVariable() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("DASHBOARD_PORT", dashboard);
        ports.put("DISCORD_BOT_PORT", discordBot);
        ports.put("STREAM_BOT_PORT", streamBot);
        ports.put("BACKUP_PORT", backup);
        ports.put("DISCORD_SIMULATOR_PORT", discord);
        ports.put("PLATFORM_SIMULATOR_PORT", platforms);
        ports.put("S3_PORT", objects);
        ports.put("POSTGRES_PORT", postgres);
        ports.put("REDIS_PORT", redis);
        return ports;
    }

    /** The port of a service, by its module's name. */
    int of(String service) {
        return switch (service) {
            case "discord-bot" -> discordBot;
            case "stream-bot" -> streamBot;
            case "dashboard" -> dashboard;
            case "backup" -> backup;
            default -> throw new IllegalArgumentException(service);
        };
    }

    void requireFree() {
        byVariable().forEach((variable, port) -> {
            if (!Ports.isFree(port)) {
                throw new DemoProblem(
                        "Port " + port + " is in use; end what uses it, or set " + variable + " to another port.");
            }
        });
    }

    private void requireDistinct() {
        Map<Integer, String> taken = new HashMap<>();
        byVariable().forEach((variable, port) -> {
            String other = taken.put(port, variable);
            if (other != null) {
                throw new DemoProblem(
                        other + " and " + variable + " are both " + port + "; give each a port of its own.");
            }
        });
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return usual;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > HIGHEST) {
            throw new DemoProblem(variable + " is “" + value + "”; set it to a port from 1 to " + HIGHEST + ".");
        }
        return Integer.parseInt(value);
    }
}
