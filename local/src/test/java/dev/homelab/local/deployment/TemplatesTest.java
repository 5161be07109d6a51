package dev.homelab.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    /** Browsers keep these for a year, so an address without the content's hash would never show them anything new. */
    private static final Pattern WITHOUT_HASH = Pattern.compile("(?<!th:)(?:href|src)=\"[^\"]+\\.(?:css|js)\"");

    /** Thymeleaf puts the fragment in first and asks then, so that the condition guards nothing. */
    private static final Pattern ASKED_TOO_LATE =
            Pattern.compile("<[\\w:]+" + has("if|unless") + has("replace|insert"));

    @ParameterizedTest
    @ValueSource(strings = {"common", "dashboard", "discord-bot", "stream-bot"})
    void nameStyleSheetsAndScriptsByTheHashOfTheirContent(String module) {
        assertThat(templates(module)).doesNotContainPattern(WITHOUT_HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "dashboard", "discord-bot", "stream-bot"})
    void putNoFragmentIntoTheElementThatIsAskedFor(String module) {
        assertThat(templates(module)).doesNotContainPattern(ASKED_TOO_LATE);
    }

    /** Somewhere in the element that begins here; the values of its attributes may hold a {@code >}. */
    private static String has(String attributes) {
        return "(?=(?:[^>\"]|\"[^\"]*\")*\\sth:(?:" + attributes + ")=)";
    }

    private static String templates(String module) {
        return Repository.texts(module + "/src/main/resources/templates", ".html");
    }
}
