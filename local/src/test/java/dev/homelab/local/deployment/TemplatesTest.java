package dev.homelab.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    /** Browsers keep these for a year, so an address without the content's hash would never show them anything new. */
    private static final Pattern WITHOUT_HASH = Pattern.compile("(?<!th:)(?:href|src)=\"[^\"]+\\.(?:css|js)\"");

    @Test
    void nameStyleSheetsAndScriptsByTheHashOfTheirContent() {
        for (String module : List.of("common", "dashboard", "discord-bot", "stream-bot")) {
            assertThat(Repository.texts(module + "/src/main/resources/templates", ".html"))
                    .as(module)
                    .doesNotContainPattern(WITHOUT_HASH);
        }
    }
}
