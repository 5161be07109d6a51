package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.rest.Limits;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static final String TEXT = "{\"type\":10,\"content\":\"a\"}";

    private DiscordSimulator discord;
    private Wire wire;

    @BeforeEach
    void start() {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        wire = new Wire(discord);
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private Wire.Answer post(String fields) throws IOException, InterruptedException {
        return wire.send("POST", "channels/" + GENERAL + "/messages", "{" + fields + "}");
    }

    private Wire.Answer postV2(String components, String more) throws IOException, InterruptedException {
        return post("\"flags\":32768,\"components\":[" + components + "]" + more);
    }

    private static String texts(int count) {
        return String.join(",", Collections.nCopies(count, TEXT));
    }

    private static String container(int texts) {
        return "{\"type\":17,\"components\":[" + texts(texts) + "]}";
    }

    @Test
    void fortyComponentsAreTheMostNestedOnesIncluded() throws IOException, InterruptedException {
        assertThat(postV2(texts(40), "").status()).isEqualTo(200);
        assertThat(postV2(texts(41), "").wrong("components")).isEqualTo("BASE_TYPE_BAD_LENGTH");
        assertThat(postV2(container(39), "").status()).isEqualTo(200);
        assertThat(postV2(container(40), "").wrong("components")).isEqualTo("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
    }

    @Test
    void contentAndEmbedsDoNotGoWithTheFlag() throws IOException, InterruptedException {
        String code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
        assertThat(postV2(TEXT, ",\"content\":\"words\"").wrong("content")).isEqualTo(code);
        assertThat(postV2(TEXT, ",\"embeds\":[{\"title\":\"t\"}]").wrong("embeds"))
                .isEqualTo(code);
    }

    @Test
    void theirTextsTogetherAreAtMostFourThousandCharacters() throws IOException, InterruptedException {
        String half = "{\"type\":10,\"content\":\"" + "x".repeat(2001) + "\"}";
        assertThat(postV2(half + "," + half, "").wrong("components"))
                .isEqualTo("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
    }

    @Test
    void theyDoNotGoWithoutTheFlagAndNeverLoseIt() throws IOException, InterruptedException {
        assertThat(post("\"components\":[" + TEXT + "]").wrong("components/0/type"))
                .isEqualTo("UNION_TYPE_CHOICES");
        String id = postV2(TEXT, "").json().path("id").asString();
        String message = "channels/" + GENERAL + "/messages/" + id;
        assertThat(wire.send("PATCH", message, "{\"flags\":0,\"content\":\"plain\"}")
                        .code())
                .isEqualTo(50035);
        assertThat(wire.get(message).json().path("flags").asInt() & 32768).isNotZero();
    }

    @Test
    void rowsAndMenusAndIdsHaveTheirLimits() throws IOException, InterruptedException {
        String button = "{\"type\":2,\"style\":1,\"label\":\"b\",\"custom_id\":\"%s\"}";
        String six = String.join(",", button.formatted("1"), button.formatted("2"), button.formatted("3"));
        String row = "{\"type\":1,\"components\":[%s]}";
        assertThat(post("\"components\":[" + row.formatted(six + "," + six) + "]")
                        .code())
                .isEqualTo(50035);
        assertThat(post("\"components\":[" + row.formatted(button.formatted("same") + "," + button.formatted("same"))
                                + "]")
                        .wrong("components/0/components/1/custom_id"))
                .isEqualTo("COMPONENT_CUSTOM_ID_DUPLICATED");
        assertThat(post("\"components\":[" + row.formatted(button.formatted("x".repeat(101))) + "]")
                        .wrong("components/0/components/0/custom_id"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
        String option = "{\"label\":\"o\",\"value\":\"o\"}";
        String menu = "{\"type\":3,\"custom_id\":\"m\",\"options\":["
                + String.join(",", Collections.nCopies(26, option)) + "]}";
        assertThat(post("\"components\":[" + row.formatted(menu) + "]").wrong("components/0/components/0/options"))
                .isEqualTo("BASE_TYPE_BAD_LENGTH");
    }
}
