package dev.homelab.streambot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.oauth.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say in English they say in every language, and what they want to say is there. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern ON_A_PAGE = Pattern.compile("#\\{([a-z0-9.-]+)[(}]");
    private static final Pattern WORDS_OF_ITS_OWN = Pattern.compile("th:text=\"'|>[A-Z][a-z]+[^<]*</(?!b>)");
    private static final Pattern FEATURE = Pattern.compile("- key: ([a-z-]+)");

    private static Properties texts(String suffix) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream("/texts" + suffix + ".properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr", "_es"})
    void saysEverythingInEveryLanguageWithTheSamePlaces(String suffix) throws IOException {
        Properties english = texts("");
        Properties other = texts(suffix);
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
        }
        assertThat(other.getProperty("web.language")).isEqualTo(suffix.substring(1));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    void hasEveryTextThatThePagesSay() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path page : pages()) {
            ON_A_PAGE.matcher(Files.readString(page)).results().forEach(found -> used.add(found.group(1)));
        }
        assertThat(used).contains("links.title", "links.link", "nav.back");
        assertThat(texts("").stringPropertyNames()).containsAll(used);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void hasATextForEachStateReasonActionOutcomeProblemAndFeature() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            wanted.add(standing.key());
            if (standing != Standing.BROKEN) {
                wanted.add("advice." + standing.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Death death : Death.values()) {
            wanted.addAll(List.of("advice." + death.code(), "outcome." + death.code()));
        }
        for (Problem problem : Problem.values()) {
            String code = problem.code();
            wanted.addAll(List.of("problem." + code + ".title", "problem." + code + ".advice", "outcome." + code));
        }
        Arrays.stream(Action.values())
                .map(action ->
                        "action." + action.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(wanted::add);
        wanted.addAll(List.of("outcome." + AuditEntry.DONE, "outcome.given-up", "outcome.linked-again"));
        FEATURE.matcher(Files.readString(Path.of("src/main/resources/application.yml")))
                .results()
                .forEach(found -> wanted.add("feature." + found.group(1)));
        assertThat(wanted).contains("feature.chat-write");
        assertThat(texts("").stringPropertyNames()).containsAll(wanted);
    }

    /** What stands in a template is for those who look at it without the service. */
    @Test
    void replacesEveryWordOfTheTemplates() throws IOException {
        for (Path page : pages()) {
            List<String> fixed = Files.readString(page)
                    .lines()
                    .filter(line -> WORDS_OF_ITS_OWN.matcher(line).find())
                    .filter(line -> !line.contains("th:text") && !line.contains("hreflang"))
                    .toList();
            assertThat(fixed).as(page.toString()).isEmpty();
        }
    }
}
