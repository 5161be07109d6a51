package dev.homelab.local.demo;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.server.ServerAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The environment variables of each service; what the person has set themselves for the outside world wins. */
final class DemoEnvironment {

    private final Map<String, String> own;
    private final DemoPorts ports;
    private final DemoSecrets secrets;
    private final DemoFolder folder;
    private final boolean backsUp;

    DemoEnvironment(Map<String, String> own, DemoPorts ports, DemoSecrets secrets, DemoFolder folder, boolean backsUp) {
        this.own = own;
        this.ports = ports;
        this.secrets = secrets;
        this.folder = folder;
        this.backsUp = backsUp;
    }

    /** Whether there is a backup worker. */
    boolean backsUp() {
        return backsUp;
    }

    boolean usesRealDiscord() {
        return isSet("DISCORD_BOT_TOKEN");
    }

    boolean usesReal(Platform platform) {
        return isSet(prefix(platform) + "CLIENT_ID") && isSet(prefix(platform) + "CLIENT_SECRET");
    }

    /** The environment of a service, by its module's name. */
    Map<String, String> of(String service, World world) {
        return switch (service) {
            case "discord-bot" -> discordBot(world);
            case "stream-bot" -> streamBot(world);
            case "dashboard" -> dashboard(world);
            case "backup" -> backup(world);
            default -> throw new IllegalArgumentException(service);
        };
    }

    private Map<String, String> discordBot(World world) {
        Map<String, String> environment = service("DISCORD_BOT", "discord_bot", ports.discordBot());
        environment.put("PUBLIC_URL", "http://localhost:" + ports.discordBot());
        environment.put("INTERNAL_TOKEN_STREAM_BOT", secrets.streamBotToken());
        environment.putAll(objects(world));
        if (!usesRealDiscord()) {
            environment.putAll(SimulatedDiscord.settings(world.discord()));
        }
        return environment;
    }

    private Map<String, String> streamBot(World world) {
        Map<String, String> environment = service("STREAM_BOT", "stream_bot", ports.streamBot());
        environment.put("TOKEN_ENCRYPTION_KEYSET", secrets.tokenKeyset());
        environment.put("DISCORD_BOT_URL", "http://localhost:" + ports.discordBot());
        environment.put("INTERNAL_TOKEN_STREAM_BOT", secrets.streamBotToken());
        environment.put("REDIS_URL", world.redis().address().redis());
        for (Platform platform : Platform.values()) {
            if (!usesReal(platform)) {
                environment.putAll(SimulatedPlatforms.settings(prefix(platform), platform, world.platforms()));
            }
        }
        if (!usesRealDiscord()) {
            environment.putAll(SimulatedDiscord.linkSettings(world.discord()));
        }
        return environment;
    }

    private Map<String, String> dashboard(World world) {
        Map<String, String> environment = service("DASHBOARD", "dashboard", ports.dashboard());
        environment.put("DISCORD_BOT_URL", "http://localhost:" + ports.discordBot());
        environment.put("STREAM_BOT_URL", "http://localhost:" + ports.streamBot());
        environment.put("REDIS_URL", world.redis().address().redis());
        environment.putAll(objects(world));
        if (!usesRealDiscord()) {
            environment.putAll(SimulatedDiscord.adminSettings(world.discord()));
        }
        environment.put("ADMIN_USERNAME", adminName());
        environment.put("ADMIN_PASSWORD", adminPassword());
        if (backsUp) {
            environment.put("BACKUP_URL", "http://localhost:" + ports.backup());
        }
        return environment;
    }

    private Map<String, String> backup(World world) {
        Map<String, String> environment = service("BACKUP", "backup", ports.backup());
        environment.putAll(objects(world));
        environment.putAll(BackupSettings.databases(ports.postgres()));
        environment.put("BACKUP_ENCRYPTION_KEYSET", secrets.backupKeyset());
        environment.put("BACKUP_FOLDER", folder.backup().toString());
        environment.put("BACKUP_KEPT_FREE", "100MB");
        environment.put("BACKUP_SETTLE", "10s");
        environment.put("BACKUP_RETRY", "10s");
        BackupSettings.write(folder.backupSettings(), environment);
        return environment;
    }

    private static Map<String, String> objects(World world) {
        ServerAddress objects = world.objects().address();
        return Map.of(
                "MINIO_ENDPOINT", objects.http(),
                "MINIO_ROOT_USER", objects.user(),
                "MINIO_ROOT_PASSWORD", objects.password());
    }

    String adminName() {
        return isSet("ADMIN_USERNAME") ? own.getOrDefault("ADMIN_USERNAME", "") : "admin";
    }

    String adminPassword() {
        return isSet("ADMIN_PASSWORD") ? own.getOrDefault("ADMIN_PASSWORD", "") : secrets.adminPassword();
    }

    private Map<String, String> service(String prefix, String database, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put(prefix + "_PORT", Integer.toString(port));
        environment.put(prefix + "_DB_URL", "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database);
        environment.put(prefix + "_DB_USER", database);
        environment.put(prefix + "_DB_PASSWORD", secrets.databasePassword());
        environment.put("INTERNAL_TOKEN_DASHBOARD", secrets.internalToken());
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("LOG_FORMAT", own.getOrDefault("LOG_FORMAT", ""));
        return environment;
    }

    private boolean isSet(String variable) {
        return !own.getOrDefault(variable, "").isBlank();
    }

    private static String prefix(Platform platform) {
        return (platform == Platform.GOOGLE ? "YOUTUBE" : platform.name()).toUpperCase(Locale.ROOT) + "_";
    }
}
