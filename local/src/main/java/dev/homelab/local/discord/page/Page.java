package dev.homelab.local.discord.page;

import dev.homelab.local.discord.world.World;
import io.javalin.config.RoutesConfig;

/** Serves the page. */
public final class Page {

    private final World world;

    public Page(World world, Object simulator) {
        this.world = world;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/simulator/health", context -> context.result(Long.toString(world.botId())));
    }
}
