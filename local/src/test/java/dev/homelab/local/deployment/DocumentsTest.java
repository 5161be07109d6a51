package dev.homelab.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the documents tell people to type, open or set is there. */
class DocumentsTest {

    private static final Pattern SCRIPT = Pattern.compile("(scripts/[a-z.-]*[a-z])((?: +--[a-z-]+)*)");
    private static final Pattern COMPOSE = Pattern.compile(
            "docker-compose((?: +--?[a-z-]+(?: [a-z]+)?)*?) +(up|exec|run|logs|restart|stop|start|ps|build|rm)\\b([^|;&)#\\n]*)");
    private static final Pattern PROFILE = Pattern.compile("--profile ([a-z]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b(?!_?…|_?\\*|_<)");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+/?");
    private static final Pattern ENDPOINT = Pattern.compile("(?<![a-z0-9])/(?:api|internal)/[a-z0-9/{}-]*[a-z}]");
    private static final Pattern MAPPING =
            Pattern.compile("@(Request|Get|Post|Put|Delete|Http|Patch)(?:Mapping|Exchange)\\((?:path = )?\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    /** Of PostgreSQL's language. */
    private static final String OTHERS = "ALLOW_CONNECTIONS";

    private static final Set<String> WITH_VALUE =
            Set.of("--tail", "-e", "-u", "--user", "--format", "--entrypoint", "--profile");

    @Test
    void scriptsAndTheirOptionsAreThere() {
        for (Document document : Document.all()) {
            document.find(SCRIPT).forEach(found -> {
                String script = found.group(1);
                assertThat(Repository.ROOT.resolve(script)).as(document.name()).isRegularFile();
                String known = Repository.text(script)
                        + (script.equals("scripts/demo") ? Repository.texts("local/src/main", ".java") : "");
                assertThat(known)
                        .as(document.name() + ": " + found.group())
                        .contains(found.group(2).strip().split(" +"));
            });
        }
    }

    @Test
    void servicesAndProfilesOfComposeAreThere() {
        Set<String> services = Repository.compose("services").keySet();
        String compose = Repository.text("docker-compose.yml");
        for (Document document : Document.all()) {
            document.find(COMPOSE)
                    .forEach(found -> assertThat(services)
                            .as(document.name() + ": " + found.group())
                            .containsAll(services(found.group(2), found.group(3))));
            document.find(PROFILE)
                    .forEach(found -> assertThat(compose)
                            .as(document.name() + ": " + found.group())
                            .containsPattern("profiles: \\[[a-z, ]*" + found.group(1)));
        }
    }

    /** Of exec and run only the first word is one; the rest is what runs there. */
    private static List<String> services(String command, String rest) {
        List<String> found = new ArrayList<>();
        List<String> words = Pattern.compile("\\s+").splitAsStream(rest.strip()).toList();
        for (int i = 0; i < words.size(); i++) {
            if (WITH_VALUE.contains(words.get(i))) {
                i++;
            } else if (words.get(i).matches("[a-z][a-z0-9-]*")) {
                found.add(words.get(i));
                if (command.equals("exec") || command.equals("run")) {
                    return found;
                }
            } else if (!words.get(i).startsWith("-")) {
                return found;
            }
        }
        return found;
    }

    @Test
    void variablesAreExplained() {
        String known = Repository.text(".env.example")
                + Repository.text("docker-compose.yml")
                + Repository.texts("scripts", "")
                + Repository.texts("docker", "")
                + Repository.texts("local/src/main", ".java")
                + OTHERS
                + variablesOfTheSystemBefore();
        for (Document document : Document.forOperators()) {
            document.find(VARIABLE)
                    .forEach(found -> assertThat(known)
                            .as(document.name() + ": " + found.group())
                            .contains(found.group()));
        }
    }

    private static String variablesOfTheSystemBefore() {
        return Pattern.compile("(?m)^\\|[^|]*\\|")
                .matcher(Repository.text("docs/migration-guide.md"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }

    @Test
    void filesAreThere() {
        Set<String> top = Stream.of(Repository.ROOT.toFile().list()).collect(Collectors.toSet());
        String setUp = Repository.text("scripts/setup")
                + Repository.text("scripts/verify-deployment.sh")
                + Repository.text("docker-compose.yml");
        for (Document document : Document.forOperators()) {
            document.words().stream()
                    .filter(word -> PATH.matcher(word).matches())
                    .forEach(path -> {
                        String first = path.substring(0, path.indexOf('/'));
                        if (first.equals("secrets")) {
                            assertThat(setUp).as(document.name() + ": " + path).contains(path.substring(8));
                        } else if (top.contains(first)) {
                            assertThat(Files.exists(Repository.ROOT.resolve(path)))
                                    .as(document.name() + ": " + path)
                                    .isTrue();
                        }
                    });
        }
    }

    @Test
    void pagesThatAreLinkedAreThere() {
        for (Document document : Document.all()) {
            LINK.matcher(Repository.text(document.name()))
                    .results()
                    .forEach(found -> assertThat(
                                    Repository.ROOT.resolve(document.name()).resolveSibling(found.group(1)))
                            .as(document.name() + ": " + found.group())
                            .exists());
        }
    }

    @Test
    void addressesOfTheServicesAnswer() {
        Set<String> known = Stream.of("common", "discord-bot", "stream-bot", "dashboard", "backup")
                .flatMap(module -> Repository.files(module + "/src/main", ".java").stream())
                .flatMap(file -> addresses(Repository.text(file)).stream())
                .collect(Collectors.toSet());
        for (Document document : Document.all()) {
            document.find(ENDPOINT)
                    .filter(found -> !found.group().endsWith("/v1"))
                    .forEach(found -> assertThat(known)
                            .as(document.name() + ": " + found.group())
                            .anyMatch(address -> found.group().matches(address)));
        }
    }

    /** As regular expressions, in which a variable stands for any word. */
    private static List<String> addresses(String source) {
        List<String> found = new ArrayList<>();
        String prefix = "";
        for (var mapping : MAPPING.matcher(source).results().toList()) {
            boolean whole =
                    mapping.group(1).equals("Request") || mapping.group(1).equals("Http");
            String path = mapping.group(2).replaceAll("\\{[^}]*}", "[^/]+");
            if (whole) {
                prefix = path;
                found.add(path);
            } else {
                found.add(prefix + path);
            }
        }
        return found;
    }
}
