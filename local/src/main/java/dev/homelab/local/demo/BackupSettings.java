package dev.homelab.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the backup worker, and {@code scripts/restore} beside it, find the databases of the demo. */
final class BackupSettings {

    private BackupSettings() {}

    static Map<String, String> databases(int port) {
        String server = "jdbc:postgresql://localhost:" + port + "/";
        return Map.of(
                "DISCORD_BOT_DB_URL", server + "discord_bot",
                "STREAM_BOT_DB_URL", server + "stream_bot",
                "DASHBOARD_DB_URL", server + "dashboard");
    }

    /** Those of the worker and a superuser, for a shell; nobody but their owner reads them. */
    static void write(Path file, Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>(environment);
        settings.put("BACKUP_RESTORE_USER", "postgres");
        settings.put("BACKUP_RESTORE_PASSWORD", "postgres");
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "='" + setting.getValue() + "'")
                .toList();
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
