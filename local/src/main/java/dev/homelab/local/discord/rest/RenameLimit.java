package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.World;
import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two changes of a channel's name or topic in ten minutes: a limit inside a route, which no header tells. */
final class RenameLimit {

    private RenameLimit() {}

    static @Nullable JsonNode answer(World world, Call call, Context context) {
        Route route = call.route();
        if (route.method().equals("PATCH") && route.path().equals("/channels/{channel_id}")) {
            Channel channel = world.channel(call.id("channel_id"));
            if (world.channels().renamedTooOften(channel, call.body())) {
                Duration wait = Duration.ofSeconds(world.channels().renameWaitSeconds(channel));
                context.status(429);
                return new TooMany(TooMany.Scope.USER, wait).write(context);
            }
        }
        return route.handler().answer(call);
    }
}
