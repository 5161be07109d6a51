package dev.homelab.discordbot.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.discordbot.transcript.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What is said in English is said in every language, and what the code says is there. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern USED =
            Pattern.compile("(?:phrasebook\\.say|Phrase\\.of|texts\\.say)\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern ON_A_PAGE = Pattern.compile("#\\{([a-z0-9.-]+)}|#messages\\.msg\\('([a-z0-9.-]+)'\\)");
    private static final Pattern REFUSED =
            Pattern.compile("new (?:WrongMove|RefusedOpening|RefusedSetup)\\(\\s*\"([a-z0-9.-]+)\"");

    private static Properties texts(String suffix) throws IOException {
        return read("/texts" + suffix + ".properties");
    }

    private static Properties read(String resource) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream(resource);
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
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr", "_es"})
    void namesEveryCommandInEveryLanguageWithinDiscordsLimits(String suffix) throws IOException {
        Properties english = read("/commands.properties");
        Properties other = read("/commands" + suffix + ".properties");

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : other.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank().hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void hasEveryTextThatTheCodeSays() throws IOException {
        Set<String> known = texts("").stringPropertyNames();
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                USED.matcher(code).results().forEach(found -> used.add(found.group(1)));
                REFUSED.matcher(code).results().forEach(found -> used.add("refused." + found.group(1)));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(known)
                .containsAll(used.stream().filter(key -> !key.endsWith(".")).toList());
    }

    @Test
    void hasEveryTextThatThePagesSay() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ON_A_PAGE
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }
        for (FileState state : FileState.values()) {
            used.add("web.file." + state.name().toLowerCase(Locale.ROOT));
        }
        used.remove("web.file.saved");

        assertThat(used).contains("web.sign-in");
        assertThat(texts("").stringPropertyNames()).containsAll(used);
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
