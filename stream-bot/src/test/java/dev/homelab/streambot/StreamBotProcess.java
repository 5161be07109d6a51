package dev.homelab.streambot;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.server.ChildProcess;
import dev.homelab.local.server.LocalClasspath;
import dev.homelab.local.server.Ports;
import dev.homelab.local.server.TestServers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service as an operating system's process, which can be killed. */
final class StreamBotProcess implements AutoCloseable {

    private final ChildProcess process;
    private final int port;

    private StreamBotProcess(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static StreamBotProcess start(String name, String database, String keyset) {
        int port = Ports.free();
        List<String> command = List.of(
                LocalClasspath.java(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StreamBotApplication.class.getName());
        return new StreamBotProcess(
                ChildProcess.start(
                        name, command, environment(port, database, keyset), Path.of("target", name + ".log")),
                port);
    }

    /** Leases are as short as the deadlines allow, so that what a killed process held is free again in seconds. */
    private static Map<String, String> environment(int port, String database, String keyset) {
        var environment = new HashMap<String, String>();
        environment.put("STREAM_BOT_PORT", Integer.toString(port));
        environment.put("PUBLIC_URL", SimulatedWorld.PUBLIC_URL);
        environment.put("STREAM_BOT_DB_URL", database);
        environment.put("STREAM_BOT_DB_USER", TestServers.postgres().user());
        environment.put("STREAM_BOT_DB_PASSWORD", TestServers.postgres().password());
        environment.put("REDIS_URL", TestServers.redis().redis());
        environment.put("TOKEN_ENCRYPTION_KEYSET", keyset);
        environment.put("INTERNAL_TOKEN_DASHBOARD", SimulatedWorld.DASHBOARD_TOKEN);
        environment.put("HOMELAB_PLATFORMHTTP_DEADLINE", "4s");
        environment.put("HOMELAB_PLATFORMHTTP_CONNECT", "1s");
        environment.put("HOMELAB_REFRESH_LEASE", "10s");
        environment.put("HOMELAB_REFRESH_POLL", "200ms");
        for (String limit : List.of("SIGN_INS", "LINKS", "CALLBACKS")) {
            environment.put(limit + "_PER_MINUTE", "100000");
        }
        for (Platform platform : Platform.values()) {
            environment.putAll(SimulatedWorld.environment(platform));
        }
        return environment;
    }

    int port() {
        return port;
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.handle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.close();
    }
}
