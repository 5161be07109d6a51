package dev.homelab.discordbot.discord.channel;

import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Prepares each server when it appears, then finishes what a crash left half done in it. */
@Component
class GuildListener extends ListenerAdapter {

    private static final Logger log = LoggerFactory.getLogger(GuildListener.class);

    private final TicketChannelManager channels;
    private final Recovery recovery;

    GuildListener(TicketChannelManager channels, Recovery recovery) {
        this.channels = channels;
        this.recovery = recovery;
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        prepare(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        prepare(event.getGuild());
    }

    private void prepare(Guild guild) {
        try {
            channels.prepare(guild);
            recovery.finish(guild);
            log.atInfo().addKeyValue("guild", guild.getId()).log("Ready for tickets in {}", guild.getName());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("guild", guild.getId())
                    .log("Tickets cannot be prepared in {}: {}", guild.getName(), e.getMessage());
        }
    }
}
