package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.MessageJson;
import dev.homelab.local.discord.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers to interactions, authorised by the interaction's token alone. */
final class InteractionRoutes {

    private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";

    private final World world;

    InteractionRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        open(routes, "POST /interactions/{interaction_id}/{interaction_token}/callback", 200, this::callback);
        open(routes, "POST " + WEBHOOK, 200, this::followUp);
        for (String which : new String[] {"@original", "{message_id}"}) {
            String path = WEBHOOK + "/messages/" + which;
            open(
                    routes,
                    "GET " + path,
                    200,
                    call -> json(world.interactions().answers().get(token(call), which(call))));
            open(routes, "PATCH " + path, 200, this::edit);
            open(routes, "DELETE " + path, 204, this::delete);
        }
    }

    private static void open(Routes routes, String route, int status, Route.Handler handler) {
        routes.add(route, Route.Auth.NONE, status, handler);
    }

    private String token(Call call) {
        if (call.id("webhook_id") != world.botId()) {
            throw DiscordError.UNKNOWN_WEBHOOK.exception();
        }
        return call.text("webhook_token");
    }

    private static String which(Call call) {
        return call.values().getOrDefault("message_id", "@original");
    }

    private ObjectNode json(Message message) {
        return MessageJson.message(world, message, world.botId());
    }

    private @Nullable JsonNode callback(Call call) {
        ObjectNode answer = world.interactions()
                .answers()
                .first(call.id("interaction_id"), call.text("interaction_token"), call.draft());
        return "true".equals(call.query("with_response")) ? answer : null;
    }

    private JsonNode followUp(Call call) {
        return json(world.interactions().answers().followUp(token(call), call.draft()));
    }

    private JsonNode edit(Call call) {
        return json(world.interactions().answers().edit(token(call), which(call), call.draft()));
    }

    private @Nullable JsonNode delete(Call call) {
        world.interactions().answers().delete(token(call), which(call));
        return null;
    }
}
