package dev.homelab.local.discord;

import dev.homelab.local.discord.gateway.Gateway;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.World;

/** What can be made to go wrong. */
public final class Faults {

    private final World world;
    private final Gateway gateway;
    private final dev.homelab.local.discord.rest.Faults rest;

    Faults(World world, Gateway gateway, dev.homelab.local.discord.rest.Faults rest) {
        this.world = world;
        this.gateway = gateway;
        this.rest = rest;
    }

    /** The gateway's: drop, freeze, thaw, invalidate, reconnect. */
    public Gateway gateway() {
        return gateway;
    }

    /** REST's: 5xx, 429, lost answers, latency. */
    public dev.homelab.local.discord.rest.Faults rest() {
        return rest;
    }

    /** Deletes a channel or thread as somebody with the power to would, behind the bot's back. */
    public void delete(Channel channel) {
        world.locked(() -> world.channels()
                .delete(channel, Actor.of(world.guild(channel.guildId()).ownerId())));
    }

    /** Archives a thread before its time, as Discord does near the cap. */
    public void archive(Channel thread) {
        world.locked(() -> world.threads().archive(thread));
    }
}
