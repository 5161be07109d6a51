package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.world.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlApiTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private DiscordSimulator discord;
    private JDA jda;

    @BeforeEach
    void start() throws InterruptedException {
        discord = DiscordSimulator.start();
        jda = Bot.login(discord, new TicketBot());
    }

    @AfterEach
    void stop() throws InterruptedException {
        Bot.logout(jda);
        discord.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(discord.pageUrl() + path));
    }

    private JsonNode act(String name, String more) throws IOException, InterruptedException {
        String body = "{\"as\":\"" + MIA + "\",\"channel\":\"" + GENERAL + "\"," + more + "}";
        return Json.read(send(to("simulator/acts/" + name).POST(HttpRequest.BodyPublishers.ofString(body)))
                .body());
    }

    @Test
    void playsAJourneyFromOutside() throws IOException, InterruptedException {
        Objects.requireNonNull(
                        Objects.requireNonNull(jda.getGuildById(COMMUNITY)).getTextChannelById(GENERAL))
                .sendMessage("Need help?")
                .setComponents(ActionRow.of(Button.primary("open", "Open")))
                .complete();
        JsonNode channel = Json.read(
                send(to("simulator/channels/" + GENERAL + "?as=" + MIA)).body());
        String panel = channel.at("/messages/0/id").asString();
        JsonNode form = act("click", "\"message\":\"" + panel + "\",\"custom_id\":\"open\"");
        assertThat(form.path("seen").asString()).isEqualTo("modal");
        String opened = form.path("interaction").asString();
        JsonNode reply = act("submit", "\"interaction\":\"" + opened + "\",\"values\":{\"title\":\"Help\"}");
        assertThat(reply.path("seen").asString()).isEqualTo("reply");
        assertThat(reply.path("ephemeral").asBoolean()).isTrue();
        JsonNode view = Json.read(send(to("simulator/view?as=" + MIA)).body());
        assertThat(view.at("/guilds/0/threads/0/name").asString()).isEqualTo("🎫 Ticket #1: Help");
        assertThat(send(to("simulator/requests")).body())
                .doesNotContain(discord.world()
                        .interactions()
                        .get(Long.parseLong(opened))
                        .token());
    }

    @Test
    void tellsWhatIsRefusedAndWhatItDoesNotKnow() throws IOException, InterruptedException {
        JsonNode refused = act("click", "\"message\":\"1\",\"custom_id\":\"open\"");
        assertThat(refused.path("code").asInt()).isEqualTo(10008);
        HttpResponse<String> nowhere = send(to("nowhere"));
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).isEqualTo("the simulator does not know GET /nowhere");
        HttpResponse<String> fault =
                send(to("simulator/faults").POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"storm\"}")));
        assertThat(fault.body()).contains("the simulator does not know a fault storm");
    }
}
