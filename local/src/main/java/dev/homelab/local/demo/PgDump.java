package dev.homelab.local.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL's own client, without which there are no backups. */
final class PgDump {

    static final String MISSING =
            "No pg_dump was found, so this demo makes no backups: apt-get install postgresql-client, or set BACKUP_PG_BIN.";

    private PgDump() {}

    /** In the places where the backup worker looks for it. */
    static boolean isThere(Map<String, String> environment) {
        String named = environment.getOrDefault("BACKUP_PG_BIN", "");
        Stream<Path> folders =
                named.isBlank() ? Stream.concat(onThePath(environment), debian()) : Stream.of(Path.of(named));
        return folders.anyMatch(folder -> Files.isExecutable(folder.resolve("pg_dump")));
    }

    private static Stream<Path> onThePath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
    }

    private static Stream<Path> debian() {
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        return versions == null
                ? Stream.empty()
                : Stream.of(versions).map(version -> version.toPath().resolve("bin"));
    }
}
