package dev.homelab.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be known of docker-compose.yml and the files that it mounts without their images. */
class ComposeFilesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|targets: \\[\")([a-z][a-z0-9-]*):[0-9]+");

    @Test
    void everyFileThatIsMountedIsThere() {
        List<String> mounted = Repository.compose("services").values().stream()
                .map(service -> service.getOrDefault("volumes", List.of()))
                .flatMap(volumes -> ((Collection<?>) volumes).stream())
                .map(Object::toString)
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .toList();

        assertThat(mounted).isNotEmpty().allMatch(file -> Files.exists(Repository.ROOT.resolve(file)));
    }

    @Test
    void everySecretIsMadeBySetup() {
        assertThat(Repository.compose("secrets").keySet())
                .allSatisfy(secret -> assertThat(setUp())
                        .contains(secret.replaceFirst(
                                "^(DISCORD|TWITCH|YOUTUBE|KICK)_CLIENT_SECRET$", "_CLIENT_SECRET")));
    }

    private static String setUp() {
        return Repository.text("scripts/setup");
    }

    @Test
    void everyFileOfMonitoringCanBeRead() {
        assertThat(Repository.files("monitoring", ".yml"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new Yaml().<Object>load(Repository.text(file)))
                        .isNotNull());
        assertThat(boards()).isNotEmpty();
    }

    @Test
    void everyBoardAsksADataSourceThatThereIs() {
        Set<String> known = Repository.files("monitoring/grafana/provisioning/datasources", ".yml").stream()
                .map(Repository::text)
                .flatMap(text -> Pattern.compile("uid: (\\S+)").matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(boards())
                .allSatisfy(board -> assertThat(board.findValues("datasource"))
                        .extracting(source -> source.path("uid").asString())
                        .isSubsetOf(known));
        assertThat(boards()).extracting(board -> board.path("uid").asString()).doesNotHaveDuplicates();
    }

    @Test
    void everyAddressInMonitoringIsAService() {
        String all = Repository.texts("monitoring", ".yml") + Repository.text("monitoring/config.alloy");

        assertThat(ADDRESS.matcher(all).results().map(MatchResult::group)).isNotEmpty();
        assertThat(ADDRESS.matcher(all)
                        .results()
                        .map(found -> found.group(1))
                        .filter(host -> !host.equals("localhost")))
                .isSubsetOf(Repository.compose("services").keySet());
    }

    private static List<JsonNode> boards() {
        return Repository.files("monitoring", ".json").stream()
                .map(file -> JsonMapper.shared().readTree(Repository.text(file)))
                .toList();
    }
}
