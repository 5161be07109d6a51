package dev.homelab.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.access.TokenScope;
import dev.homelab.dashboard.alert.Channel;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.status.IncidentEntry;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in English is said in every language, and what anybody wants to say is there. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("\\{\\d(?:,[^{}]*)?");
    private static final Pattern ON_A_PAGE = Pattern.compile("#\\{([a-z0-9.-]+)[(}]|messages\\.msg\\('([a-z0-9.-]+)'");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:Finding\\s*\\.(?:up|degraded|down|unknown)|Said\\s*\\.(?:of|whole))\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"|\"((?:people|password|tokens|ticket)\\.[a-z-]+)\"");
    private static final Pattern WORDS_OF_ITS_OWN = Pattern.compile(">[A-Z][a-z]+[^<]*</(?!b>)");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Map<String, String> texts(String suffix) throws IOException {
        Map<String, String> all = new HashMap<>();
        for (Path file : files(RESOURCES.resolve("texts"), ".properties")) {
            String name = file.getFileName().toString().replace(".properties", "");
            String language = name.contains("_") ? name.substring(name.indexOf('_')) : "";
            if (language.equals(suffix)) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.forEach((key, text) -> assertThat(all.put(key.toString(), text.toString()))
                        .as("%s stands in one file only", key)
                        .isNull());
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_fr", "_es"})
    void saysEverythingInEveryLanguageWithTheSamePlaces(String suffix) throws IOException {
        Map<String, String> english = texts("");
        Map<String, String> other = texts(suffix);
        assertThat(other.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> {
            String translated = other.getOrDefault(key, "");
            assertThat(places(translated)).as(key).isEqualTo(places(text));
            assertThat(translated).as(key).isNotBlank().doesNotContain("'");
            assertThat(text).as(key).doesNotContain("'");
        });
        assertThat(other).containsEntry("web.language", suffix.substring(1));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(0, 2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasEveryTextThatPagesAndCodeName() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path page : files(RESOURCES.resolve("templates"), ".html")) {
            ON_A_PAGE
                    .matcher(Files.readString(page))
                    .results()
                    .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
        for (Path code : files(CODE, ".java")) {
            IN_CODE.matcher(Files.readString(code))
                    .results()
                    .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1)));
        }
        used.removeIf(key -> key.endsWith(".") || key.equals("role") || key.endsWith("waiting"));
        assertThat(used).contains("nav.overview", "http.up", "people.last-admin", "headline.up");
        assertThat(texts("").keySet()).containsAll(used);
    }

    @Test
    void hasATextForEachOfWhatIsNamedByKind() throws IOException {
        Stream<String> wanted = Stream.of(
                        keys("state.", Health.values()),
                        keys("severity.", Severity.values()),
                        keys("role.", Role.values()),
                        keys("scope.", TokenScope.values()),
                        keys("channel.", Channel.Kind.values()),
                        keys("invalid.target.", Channel.Kind.values()),
                        keys("entry.", IncidentEntry.Kind.values()),
                        Stream.of("headline.down.affecting", "headline.degraded.affecting"),
                        Stream.of("incident.down", "incident.down.affecting", "incident.degraded"),
                        Stream.of("incident.degraded.affecting", "state.affected", "state.paused"))
                .flatMap(keys -> keys);
        assertThat(texts("").keySet()).containsAll(wanted.toList());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What stands in a template is for those who look at it without the service. */
    @Test
    void replacesEveryWordOfTheTemplates() throws IOException {
        for (Path page : files(RESOURCES.resolve("templates"), ".html")) {
            List<String> fixed = Files.readString(page)
                    .lines()
                    .filter(line -> WORDS_OF_ITS_OWN.matcher(line).find())
                    .filter(line -> !line.contains("th:text") && !line.contains("hreflang"))
                    .toList();
            assertThat(fixed).as(page.toString()).isEmpty();
        }
    }
}
