package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Panel;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** What the bot's commands and timers do in a server, with the fewest calls to Discord; {@link TicketFlow} moves tickets. */
@Component
public class TicketChannelManager {

    private final Map<Long, Lock> locks = new ConcurrentHashMap<>();
    private final GuildRegistry guilds;
    private final GuildLayout layout;
    private final PanelPosts panels;
    private final TicketThreads threads;

    TicketChannelManager(GuildRegistry guilds, GuildLayout layout, PanelPosts panels, TicketThreads threads) {
        this.guilds = guilds;
        this.layout = layout;
        this.panels = panels;
        this.threads = threads;
    }

    /**
     * Makes what the server lacks, found by stored ids; a whole layout costs one call for each panel, to look for it.
     *
     * @throws ServerFull when the server may have no more channels
     */
    public void prepare(Guild guild) {
        Lock lock = locks.computeIfAbsent(guild.getIdLong(), _ -> new ReentrantLock());
        lock.lock();
        try {
            make(guild);
        } finally {
            lock.unlock();
        }
    }

    private void make(Guild guild) {
        GuildSetup setup = guilds.joined(
                guild.getIdLong(), guild.getName(), guild.getLocale().toLocale());
        List<TicketType> types = guilds.typesOf(guild.getIdLong());
        TextChannel panelChannel = layout.repair(guild, setup, types);
        panels.prepare(guild, setup, panelChannel, types);
    }

    /** Whether a channel or category is one that the bot made, or that has a panel. */
    boolean owns(Guild guild, long channelId) {
        return guilds.find(guild.getIdLong())
                        .map(setup -> setup.owns(channelId))
                        .orElse(false)
                || guilds.typesOf(guild.getIdLong()).stream().anyMatch(type -> type.owns(channelId))
                || panels.hasOneIn(guild, channelId);
    }

    /** Brings the panels up to date, one call for each; those whose message is gone are posted again. */
    public void refreshPanels(Guild guild) {
        panels.refreshAll(guild);
    }

    /** Shows a panel as it is set now: changes its message, or posts it. */
    public void refresh(Guild guild, Panel panel) {
        panels.refresh(guild, panel);
    }

    /** Deletes a panel's message, if it is still there. */
    public void takeDown(Guild guild, Panel panel) {
        panels.takeDown(guild, panel);
    }

    /** Shows a ticket's title, in one counted call; the thread of a parked ticket keeps its name. */
    public void renameThread(Guild guild, TicketView ticket) {
        threads.rename(guild, ticket);
    }

    public void add(Guild guild, TicketView ticket, long userId) {
        threads.add(guild, ticket, userId);
    }

    public void remove(Guild guild, TicketView ticket, long userId) {
        threads.remove(guild, ticket, userId);
    }

    /**
     * Makes the thread in which the staff of the type write among themselves, in one counted call.
     *
     * @return the thread's id
     */
    public long openNotes(Guild guild, TicketView ticket) {
        return threads.openNotes(guild, ticket);
    }

    /** Says something in a ticket's thread, in one counted call; a parked thread is woken by it. */
    public void say(Guild guild, TicketView ticket, MessageCreateData message) {
        threads.say(guild, ticket, message);
    }
}
