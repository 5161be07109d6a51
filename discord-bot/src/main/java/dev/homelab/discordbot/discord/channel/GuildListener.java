package dev.homelab.discordbot.discord.channel;

import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.stereotype.Component;

/** Prepares each server when it appears, and finishes what a crash left half done in it. */
@Component
class GuildListener extends ListenerAdapter {

    private final Repair repair;

    GuildListener(Repair repair) {
        this.repair = repair;
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        repair.now(event.getGuild());
    }

    /** After a reconnect without resume, what happened meanwhile is not told. */
    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        event.getJDA().getGuilds().forEach(repair::now);
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        repair.now(event.getGuild());
    }
}
