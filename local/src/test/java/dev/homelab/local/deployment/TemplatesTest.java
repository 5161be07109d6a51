package dev.homelab.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    /** Browsers keep these for a year, so an address without the content's hash would never show them anything new. */
    private static final Pattern WITHOUT_HASH = Pattern.compile("(?<!th:)(?:href|src)=\"[^\"]+\\.(?:css|js)\"");

    /** Thymeleaf puts the fragment in first and asks then, so that the condition guards nothing. */
    private static final Pattern ASKED_TOO_LATE = Pattern.compile(
            "<[^>]*(?:th:(?:if|unless)=[^>]*th:(?:replace|insert)=|th:(?:replace|insert)=[^>]*th:(?:if|unless)=)");

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

    private static String templates(String module) {
        return Repository.texts(module + "/src/main/resources/templates", ".html");
    }
}
