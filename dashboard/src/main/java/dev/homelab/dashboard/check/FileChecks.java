package dev.homelab.dashboard.check;

import dev.homelab.common.startup.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The checks of a file, read when the dashboard starts; a mistake in it stops the start. */
@Component
@Order(1)
class FileChecks implements DefinitionSource {

    private final List<Definition> definitions;

    FileChecks(CheckSettings settings, JsonMapper json) {
        this.definitions = settings.file().isEmpty() ? List.of() : read(Path.of(settings.file()), json);
    }

    private static List<Definition> read(Path file, JsonMapper json) {
        try {
            List<Wanted> wanted = json.readValue(Files.readAllBytes(file), new TypeReference<List<Wanted>>() {});
            return wanted.stream().map(check -> check.definition(Owner.FILE)).toList();
        } catch (IOException e) {
            throw new InvalidSetting("CHECKS_FILE", "cannot be read: " + e.getMessage(), "name a file of JSON");
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidSetting("CHECKS_FILE", "has a mistake: " + firstLine(e), "see docs/how-to/add-a-check.md");
        }
    }

    private static String firstLine(RuntimeException mistake) {
        return String.valueOf(mistake.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public List<Definition> definitions() {
        return definitions;
    }
}
