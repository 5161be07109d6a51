package dev.homelab.dashboard.check;

import dev.homelab.common.startup.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    FileChecks(CheckSettings settings, JsonMapper json, Words words) {
        this.definitions = settings.file().isEmpty() ? List.of() : read(Path.of(settings.file()), json, words);
    }

    private static List<Definition> read(Path file, JsonMapper json, Words words) {
        try {
            List<Wanted> wanted = json.readValue(Files.readAllBytes(file), new TypeReference<List<Wanted>>() {});
            List<Definition> checks =
                    wanted.stream().map(check -> check.definition(Owner.FILE)).toList();
            Map<CheckId, Definition> byId =
                    checks.stream().collect(Collectors.toMap(Definition::id, check -> check, (first, _) -> first));
            checks.forEach(check -> SecretNames.refuseOthersIn(check.target()));
            checks.forEach(check -> PrivateHosts.refuseOpen(check, false)); // no start waits for DNS
            checks.forEach(check -> Circles.refuse(check, id -> Optional.ofNullable(byId.get(id))));
            return checks;
        } catch (IOException e) {
            throw new InvalidSetting("CHECKS_FILE", "cannot be read: " + e.getMessage(), "name a file of JSON");
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidSetting(
                    "CHECKS_FILE", "has a mistake: " + mistake(e, words), "see docs/how-to/add-a-check.md");
        }
    }

    private static String mistake(RuntimeException mistake, Words words) {
        return InvalidCheck.in(mistake)
                .map(invalid -> words.say(invalid.said(), Locale.ENGLISH))
                .orElseGet(() ->
                        String.valueOf(mistake.getMessage()).lines().findFirst().orElse(""));
    }

    @Override
    public List<Definition> definitions() {
        return definitions;
    }
}
