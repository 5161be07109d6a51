package dev.homelab.discordbot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.discordbot.Community;
import dev.homelab.local.discord.world.Worlds;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent to the internal API: the answer says what is wrong with it. */
class HostileRequestsTest extends OneBot {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPES = "/internal/v1/ticket-types";
    private static final String TICKETS = "/internal/v1/tickets";
    private static final String REPLIES = TICKETS + "/" + new UUID(0, 1) + "/replies";

    private final RestClient client;

    HostileRequestsTest(@LocalServerPort int port) {
        super(port);
        this.client = RestClient.builder()
                .defaultHeader("Authorization", "Bearer " + InternalClient.DASHBOARD)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @BeforeEach
    void ready() {
        await().atMost(Community.SOON)
                .until(() -> !COMMUNITY.messages("open-a-ticket").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/internal/v1/tickets?page=-1, page",
        "/internal/v1/tickets?page=10001, page",
        "/internal/v1/tickets?page=99999999999, page",
        "/internal/v1/tickets?page=one, page",
        "/internal/v1/tickets?server=mine, server",
        "/internal/v1/tickets?type=99999999999999999999, type",
        "/internal/v1/tickets?state=LOST, state",
        "/internal/v1/tickets?text=%00, text",
        "/internal/v1/tickets/4711, id",
        "/internal/v1/tickets/statistics, server",
        "/internal/v1/tickets/statistics?server=1&days=0, days",
        "/internal/v1/tickets/statistics?server=1&days=3651, days",
        "/internal/v1/ticket-types, server",
        "/internal/v1/ticket-types?server=x, server",
        "/internal/v1/servers/x/doctor, id",
        "/internal/v1/servers/99999999999999999999/doctor, id"
    })
    void aParameterThatCannotBeIsNamed(String path, String parameter) {
        assertProblem(send(HttpMethod.GET, path, null), parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TICKETS + "?size=1000000&sort=unknown",
                TICKETS + "?page=10000",
                TICKETS + "?text=%25_%27%22",
                TICKETS + "?server=-9223372036854775808&type=0",
                TYPES + "?server=0"
            })
    void whatNobodyHasIsAnEmptyAnswer(String path) {
        assertThat(send(HttpMethod.GET, path, null).getStatusCode().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | body",
                "null | body",
                "[] | body",
                "{ | JSON",
                "{} | staffUserId",
                "{\"staffUserId\": 1} | text",
                "{\"text\": \"Hello\"} | staffUserId",
                "{\"staffUserId\": 1, \"text\": null} | text",
                "{\"staffUserId\": 1, \"text\": \"  \"} | text",
                "{\"staffUserId\": 1, \"text\": \"\\u0000\"} | text",
                "{\"staffUserId\": 1, \"text\": [\"a\"]} | text",
                "{\"staffUserId\": null, \"text\": \"Hello\"} | staffUserId",
                "{\"staffUserId\": \"Sam\", \"text\": \"Hello\"} | staffUserId"
            })
    void aReplyThatLacksSomethingIsToldWhat(String body, String named) {
        assertProblem(send(HttpMethod.POST, REPLIES, body), named);
    }

    @Test
    void aReplyThatIsTooLongIsToldHowLongItMayBe() {
        String body = "{\"staffUserId\": 1, \"text\": \"" + "x".repeat(2001) + "\"}";

        assertProblem(send(HttpMethod.POST, REPLIES, body), "text must have 1 to 2000 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name | null | name",
                "/name | 5000000000000 | ''",
                "/name | {} | name",
                "/emoji | null | emoji",
                "/place | null | place",
                "/place | \"first\" | place",
                "/retired | \"maybe\" | retired",
                "/staffRoleIds | null | staffRoleIds",
                "/staffRoleIds | [null] | staffRoleIds[0]",
                "/staffRoleIds | [\"x\"] | staffRoleIds[0]",
                "/priority | \"SOON\" | priority",
                "/priority | null | priority",
                "/openAtOnce | 99999999999 | openAtOnce",
                "/questions | null | questions",
                "/questions | {} | questions",
                "/questions | [null] | questions[0]",
                "/questions/0/label | null | questions[0].label",
                "/questions/0/label | \"\\u0000\" | questions[0].label",
                "/questions/0/kind | \"ESSAY\" | kind",
                "/questions/0/longest | \"long\" | questions[0].longest",
                "/questions/0/options | null | questions[0].options",
                "/questions/2/options/0/label | null | questions[2].options[0].label",
                "/questions/2/options/0/raises | \"SKY\" | raises",
                "/hours | {} | hours",
                "/hours | [] | hours"
            })
    void aTypeWithAWrongFieldIsToldWhich(String pointer, String value, String named) {
        JsonNode type = JSON.readTree(send(HttpMethod.GET, TYPES + "?server=" + Worlds.COMMUNITY, null)
                        .getBody())
                .get(0);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) type.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), JSON.readTree(value));

        ResponseEntity<String> answer =
                send(HttpMethod.PUT, TYPES + "/" + type.path("id").asLong(), JSON.writeValueAsString(type));

        if (named.isEmpty()) {
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
        } else {
            assertProblem(answer, named);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\": \"A\"} | emoji",
                "{\"name\": \"\\u0000\", \"emoji\": \"🤝\"} | name",
                "[1] | body",
                "nonsense | JSON"
            })
    void aNewTypeThatLacksSomethingIsToldWhat(String body, String named) {
        assertProblem(send(HttpMethod.POST, TYPES + "?server=" + Worlds.COMMUNITY, body), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12", "smile", "<:x:1>", "🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝🤝"})
    void whatIsNoEmojiIsRefusedBeforeDiscordRefusesIt(String emoji) {
        String body =
                JSON.writeValueAsString(JSON.createObjectNode().put("name", "A").put("emoji", emoji));

        ResponseEntity<String> answer = send(HttpMethod.POST, TYPES + "?server=" + Worlds.COMMUNITY, body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("emoji");
    }

    private ResponseEntity<String> send(HttpMethod method, String path, @Nullable String body) {
        RestClient.RequestBodySpec request = client.method(method).uri(URI.create(origin() + path));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    private static void assertProblem(ResponseEntity<String> answer, String named) {
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(JSON.readTree(answer.getBody()).path("detail").asString())
                .contains(named)
                .doesNotContain("dev.homelab", "java.", "Exception");
    }
}
