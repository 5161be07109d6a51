package dev.homelab.backup.postgres;

import dev.homelab.common.startup.InvalidSetting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with PostgreSQL's tools.
 *
 * @param version such as {@code 15.18}
 */
record ToolFolder(Path path, String version, int major) {

    private static final String DEBIAN = "/usr/lib/postgresql";
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)[^ \\n]*)");

    /** The one that the setting names, or else the newest of Debian's and those on the PATH. */
    static ToolFolder find(String setting) {
        if (!setting.isBlank()) {
            return at(Path.of(setting))
                    .orElseThrow(() -> new InvalidSetting(
                            "BACKUP_PG_BIN",
                            "has no pg_dump and pg_restore that run",
                            "name the folder that has them"));
        }
        return Stream.concat(debian(), onThePath())
                .flatMap(folder -> at(folder).stream())
                .max(Comparator.comparingInt(ToolFolder::major))
                .orElseThrow(() -> new InvalidSetting(
                        "BACKUP_PG_BIN",
                        "is not set, and no pg_dump was found",
                        "install PostgreSQL's client (apt-get install postgresql-client)"));
    }

    private static Stream<Path> debian() {
        File[] versions = new File(DEBIAN).listFiles();
        return versions == null
                ? Stream.empty()
                : Stream.of(versions).map(version -> version.toPath().resolve("bin"));
    }

    private static Stream<Path> onThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    private static Optional<ToolFolder> at(Path folder) {
        Path dump = folder.resolve("pg_dump");
        return Files.isExecutable(dump) && Files.isExecutable(folder.resolve("pg_restore"))
                ? version(dump).map(found -> new ToolFolder(folder, found.get(0), Integer.parseInt(found.get(1))))
                : Optional.empty();
    }

    private static Optional<List<String>> version(Path tool) {
        try {
            Process process = new ProcessBuilder(tool.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Matcher said = VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return said.find() ? Optional.of(List.of(said.group(1), said.group(2))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
