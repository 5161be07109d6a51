package dev.homelab.discordbot.discord.channel;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateNameEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateParentEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.stereotype.Component;

/** Mends a server at once when somebody changes what the bot made; a flood of changes is mended once. */
@Component
class LayoutListener extends ListenerAdapter {

    private static final Duration MORE_TO_COME = Duration.ofMillis(500);

    private final TicketChannelManager channels;
    private final Repair repair;
    private final Executor later = CompletableFuture.delayedExecutor(
            MORE_TO_COME.toMillis(), TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor());
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    LayoutListener(TicketChannelManager channels, Repair repair) {
        this.channels = channels;
        this.repair = repair;
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        if (event.isFromGuild() && !event.getChannelType().isThread()) {
            changed(event.getGuild(), event.getChannel().getIdLong());
        }
    }

    @Override
    public void onChannelUpdateName(ChannelUpdateNameEvent event) {
        changed(event.getGuild(), event.getChannel().getIdLong());
    }

    @Override
    public void onChannelUpdateParent(ChannelUpdateParentEvent event) {
        changed(event.getGuild(), event.getChannel().getIdLong());
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        changed(event.getGuild(), event.getChannel().getIdLong());
    }

    private void changed(Guild guild, long channelId) {
        if (channels.owns(guild, channelId)) {
            soon(guild);
        }
    }

    private void soon(Guild guild) {
        if (waiting.add(guild.getIdLong())) {
            later.execute(() -> {
                waiting.remove(guild.getIdLong());
                repair.now(guild);
            });
        }
    }
}
