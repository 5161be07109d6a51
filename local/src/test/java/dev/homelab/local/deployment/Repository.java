package dev.homelab.local.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of this repository. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Repository() {}

    static String text(String path) {
        return text(ROOT.resolve(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below the folder whose names end so, without what a build made. */
    static List<Path> files(String folder, String end) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(end) && !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String texts(String folder, String end) {
        return files(folder, end).stream().map(Repository::text).collect(Collectors.joining("\n"));
    }

    /** The part of docker-compose.yml, and of what the demo adds to it, that has this name. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> compose(String part) {
        return Stream.of("docker-compose.yml", "docker-compose.demo.yml")
                .map(file -> new Yaml().<Map<String, Object>>load(text(file)))
                .flatMap(all ->
                        ((Map<String, Map<String, Object>>) all.getOrDefault(part, Map.of())).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    }
}
