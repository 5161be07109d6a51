package dev.homelab.local.demo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.homelab.local.discord.world.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What people do in the simulated Discord of another process, over the API that its page uses. */
record DiscordPage(Page page) {

    private static final String SIMULATOR = "http://localhost:8090/simulator/";

    boolean hasPanel(long person) {
        return panel(person).isPresent();
    }

    /** How many threads the person sees whose name contains {@code title}. */
    long threads(long person, String title) {
        return channels(person)
                .filter(channel -> channel.path("type").asInt() > 5)
                .filter(channel -> channel.path("name").asString("").contains(title))
                .count();
    }

    void openTicket(long person, String title) {
        JsonNode panel = panel(person).orElseThrow();
        Map<String, Object> click = Map.of(
                "as", Long.toString(person),
                "channel", panel.path("channel_id").asString(),
                "message", panel.path("id").asString(),
                "custom_id", DiscordJourney.customId(panel.path("components"), "General Support"));
        String interaction = act("click", click).path("interaction").asString("");
        if (interaction.isEmpty()) {
            throw new JourneyFailed("the panel's button did not answer with a form");
        }
        Map<String, Object> values = Map.of("title", title, "description", "Since yesterday.", "urgent", false);
        act("submit", Map.of("as", Long.toString(person), "interaction", interaction, "values", values));
    }

    private Optional<JsonNode> panel(long person) {
        return channels(person)
                .filter(channel -> channel.path("name").asString("").equals("open-a-ticket"))
                .flatMap(channel -> get("channels/" + channel.path("id").asString() + "?as=" + person)
                        .path("messages")
                        .valueStream())
                .findFirst();
    }

    private Stream<JsonNode> channels(long person) {
        JsonNode server = get("view?as=" + person).path("guilds").path(0);
        return Stream.of("channels", "threads")
                .flatMap(kind -> server.path(kind).valueStream());
    }

    private JsonNode get(String path) {
        return Json.read(page.request().get(SIMULATOR + path).text());
    }

    private JsonNode act(String name, Map<String, Object> body) {
        return Json.read(page.request()
                .post(SIMULATOR + "acts/" + name, RequestOptions.create().setData(body))
                .text());
    }
}
