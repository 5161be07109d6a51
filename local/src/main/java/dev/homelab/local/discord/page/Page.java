package dev.homelab.local.discord.page;

import dev.homelab.local.discord.gateway.Gateway;
import dev.homelab.local.discord.rest.RestApi;
import dev.homelab.local.discord.world.Attachment;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page at /, attached files, and {@code /simulator/**}: the control API that page, demo and tests use. */
public final class Page {

    private static final Map<String, String> FILES = Map.of(
            "page.js", "text/javascript",
            "render.js", "text/javascript",
            "forms.js", "text/javascript",
            "style.css", "text/css");

    private static final Logger LOG = LoggerFactory.getLogger(Page.class);

    private final World world;
    private final Views views;
    private final Acts acts;
    private final Controls controls;
    private final Live live;

    public Page(World world, Gateway gateway, RestApi rest, Supplier<List<String>> mismatches) {
        this.world = world;
        this.views = new Views(world);
        this.acts = new Acts(world, views);
        this.controls = new Controls(world, gateway, rest, mismatches);
        this.live = new Live(world);
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> file(context, "index.html", "text/html"));
        FILES.forEach((name, type) -> routes.get("/" + name, context -> file(context, name, type)));
        routes.get("/attachments/{channel}/{id}/{name}", this::attachment);
        routes.sse("/simulator/events", live::connect);
        routes.get("/simulator/view", context -> json(context, views.home(number(context, "as"))));
        routes.get(
                "/simulator/channels/{channel}",
                context -> json(
                        context, views.channel(Snowflakes.parse(context.pathParam("channel")), number(context, "as"))));
        routes.get(
                "/simulator/commands",
                context -> json(context, views.commands(number(context, "channel"), number(context, "as"))));
        routes.get("/simulator/status", context -> json(context, controls.status()));
        routes.get("/simulator/requests", context -> json(context, controls.requests()));
        routes.delete("/simulator/requests", context -> json(context, controls.clearRequests()));
        acts.byName().forEach((name, act) -> post(routes, "/simulator/acts/" + name, act));
        controls.byName().forEach((name, act) -> post(routes, "/simulator/" + name, act));
        routes.exception(DiscordException.class, (e, context) -> refused(context, e.error()));
        routes.exception(Exception.class, Page::failed);
        routes.error(404, Page::unknown);
    }

    private static void failed(Exception e, Context context) {
        LOG.warn("{} {} failed in the simulator: {}", context.method(), context.path(), e.toString());
        context.status(500).result("the simulator failed at " + context.method() + " " + context.path());
    }

    private static void unknown(Context context) {
        if (String.valueOf(context.result()).startsWith("Endpoint ")) {
            context.result("the simulator does not know " + context.method() + " " + context.path());
        }
    }

    private static void post(RoutesConfig routes, String path, Function<ObjectNode, JsonNode> act) {
        routes.post(path, context -> {
            try {
                json(context, act.apply((ObjectNode) Json.read(context.body())));
            } catch (JacksonException | ClassCastException e) {
                context.status(400).result("the body is not a JSON object");
            } catch (IllegalArgumentException | NullPointerException e) {
                context.status(400).result("the body lacks something or has it wrong: " + e.getMessage());
            }
        });
    }

    private static void refused(Context context, DiscordError error) {
        context.status(error.status());
        json(context, error.json());
    }

    private static long number(Context context, String name) {
        return Snowflakes.parse(Objects.requireNonNullElse(context.queryParam(name), ""));
    }

    private static void json(Context context, JsonNode json) {
        context.contentType("application/json").result(Json.MAPPER.writeValueAsString(json));
    }

    private static void file(Context context, String name, String type) throws IOException {
        try (InputStream stream = Page.class.getResourceAsStream("/dev/homelab/local/discord/page/" + name)) {
            byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
            context.contentType(type + "; charset=utf-8")
                    .header("Cache-Control", "no-cache")
                    .header("Content-Security-Policy", "default-src 'self'; img-src * data:; style-src 'self'")
                    .result(bytes);
        }
    }

    private void attachment(Context context) {
        Attachment file = world.locked(() -> world.messages()
                .files()
                .open(
                        Snowflakes.parse(context.pathParam("channel")),
                        Snowflakes.parse(context.pathParam("id")),
                        hex(context, "ex"),
                        hex(context, "hm")));
        if (file == null) {
            context.status(404).result("This content is no longer available.");
            return;
        }
        context.contentType(Objects.requireNonNullElse(file.contentType(), "application/octet-stream"))
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .result(file.bytes());
    }

    private static long hex(Context context, String name) {
        String text = Objects.requireNonNullElse(context.queryParam(name), "");
        return text.matches("[0-9a-f]{1,15}|[0-7][0-9a-f]{15}") ? Long.parseLong(text, 16) : -1;
    }
}
