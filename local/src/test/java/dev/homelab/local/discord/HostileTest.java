package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.rest.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTest {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private DiscordSimulator discord;
    private Wire wire;

    @BeforeEach
    void start() {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        wire = new Wire(discord);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(console);
        discord.close();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }

    @Test
    void aWrongTokenIsRefusedBeforeAnythingIsRead() throws IOException, InterruptedException {
        Wire.Answer refused = wire.send("POST", "channels/" + GENERAL + "/messages", "{broken", "Bot wrong");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("message").asString()).isEqualTo("401: Unauthorized");
        assertThat(discord.invalidRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[1]", "\"text\"", "{\"content\":\"a\"", "1"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws IOException, InterruptedException {
        assertThat(wire.send("POST", "channels/" + GENERAL + "/messages", body).code())
                .isEqualTo(50109);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":{}}",
                "{\"embeds\":[{\"title\":{}}]}",
                "{\"embeds\":{}}",
                "{\"components\":[[]]}",
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"label\":[],\"style\":{}}]}]}",
                "{\"content\":\"<@100000000000000011>\",\"allowed_mentions\":{\"parse\":[{}]}}",
                "{\"content\":\"a\",\"message_reference\":{\"message_id\":\"x\"}}",
                "{\"content\":\"a\",\"attachments\":[{\"id\":{}}],\"nonce\":[]}",
                "{\"flags\":\"x\"}"
            })
    void valuesOfAnotherKindAreRefusedAsAnInvalidForm(String body) throws IOException, InterruptedException {
        Wire.Answer answer = wire.send("POST", "channels/" + GENERAL + "/messages", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(50035);
        assertThat(answer.json().path("errors").isEmpty()).isFalse();
    }

    @Test
    void tooLongABodyIsRefused() throws IOException, InterruptedException {
        String body = "{\"content\":\"" + "x".repeat(31_000_000) + "\"}";
        Wire.Answer answer = wire.send("POST", "channels/" + GENERAL + "/messages", body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo(40005);
    }

    @Test
    void idsAndPathsThatMakeNoSenseAreRefused() throws IOException, InterruptedException {
        assertThat(wire.get("channels/abc").code()).isEqualTo(50035);
        assertThat(wire.get("channels/99999999999999999999999").code()).isEqualTo(50035);
        assertThat(wire.get("channels/5").code()).isEqualTo(10003);
        assertThat(wire.get("guilds/" + COMMUNITY + "/members?after=x").code()).isEqualTo(50035);
        assertThat(wire.get("channels//messages").status()).isIn(400, 404);
        assertThat(wire.send("PUT", "channels/" + GENERAL + "/messages/1/reactions/%C3%28/@me", "")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void whatDiscordHasAndTheSimulatorHasNotIsNamed() throws IOException, InterruptedException {
        Wire.Answer answer = wire.get("guilds/" + COMMUNITY + "/emojis");
        // Without the description nobody can tell Discord's routes from others.
        assertThat(answer.status()).isIn(404, 501);
        assertThat(answer.json().path("message").asString())
                .isEqualTo("the simulator does not know GET /guilds/" + COMMUNITY + "/emojis");
        for (String body : List.of("[{}]", "[5]", "[{\"name\":{}}]")) {
            assertThat(wire.send("PUT", "applications/" + discord.world().botId() + "/commands", body)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void badFormsOfTheSignInAreRefused() throws IOException, InterruptedException {
        assertThat(wire.send("POST", "oauth2/token", "{}").status()).isEqualTo(401);
        assertThat(wire.send("GET", "users/@me", "", "Bearer unknown").status()).isEqualTo(401);
        assertThat(wire.send("PATCH", "guilds/" + COMMUNITY + "/members/" + MIA, "{\"roles\":[\"x\"]}")
                        .code())
                .isEqualTo(50035);
    }
}
