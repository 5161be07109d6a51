package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Panel;
import dev.homelab.discordbot.guild.Panels;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** The panels' messages. */
@Component
class PanelPosts {

    private final GuildRegistry guilds;
    private final Panels panels;
    private final Phrasebook phrasebook;
    private final SeenPosts seen;

    PanelPosts(GuildRegistry guilds, Panels panels, Phrasebook phrasebook, SeenPosts seen) {
        this.guilds = guilds;
        this.panels = panels;
        this.phrasebook = phrasebook;
        this.seen = seen;
    }

    /** Posts what is missing, after one call for each panel to look for it; a server without a panel gets one. */
    void prepare(Guild guild, GuildSetup setup, TextChannel home, List<TicketType> types) {
        panelsOf(setup, home).forEach(panel -> show(guild, panel, home, types));
    }

    private List<Panel> panelsOf(GuildSetup setup, TextChannel channel) {
        List<Panel> known = panels.findByGuildIdOrderById(setup.guildId());
        if (!known.isEmpty()) {
            return known;
        }
        return List.of(panels.save(new Panel(
                setup.guildId(),
                channel.getIdLong(),
                phrasebook.say("panel.title", setup.language()),
                phrasebook.say("panel.body", setup.language()),
                Panel.Style.BUTTONS,
                List.of())));
    }

    boolean hasOneIn(Guild guild, long channelId) {
        return panels.findByGuildIdOrderById(guild.getIdLong()).stream()
                .anyMatch(panel -> panel.channelId() == channelId);
    }

    /** Where panels are shown. */
    List<TextChannel> channels(Guild guild) {
        return panels.findByGuildIdOrderById(guild.getIdLong()).stream()
                .map(panel -> guild.getTextChannelById(panel.channelId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Titles of the first two panels, as far as their messages are gone; one call for each that was not seen before. */
    List<String> missing(Guild guild) {
        return panels.findByGuildIdOrderById(guild.getIdLong()).stream()
                .limit(2)
                .filter(panel -> !isThere(guild, panel))
                .map(Panel::title)
                .toList();
    }

    /** In a channel that the bot does not see, a message is not said to be gone. */
    private boolean isThere(Guild guild, Panel panel) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        if (channel == null) {
            return false;
        }
        if (!guild.getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY)) {
            seen.forget(panel.messageId());
            return true;
        }
        return seen.has(channel, panel.messageId());
    }

    /** One that fails keeps no other from being shown; the first failure is told, and carries the others. */
    void refreshAll(Guild guild) {
        List<RuntimeException> failures = new ArrayList<>();
        panels.findByGuildIdOrderById(guild.getIdLong()).forEach(panel -> {
            try {
                refresh(guild, panel);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Shows a panel as it is set now: changes its message, or posts it. */
    void refresh(Guild guild, Panel panel) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        Long messageId = panel.messageId();
        if (channel == null) {
            throw new MissingChannel("channel", "the panel " + panel.title());
        }
        MessageCreateData content = PanelMessage.of(panel, guilds.typesOf(guild.getIdLong()));
        if (messageId == null || !Messages.change(channel, messageId, content)) {
            panel.posted(channel.sendMessage(content).complete().getIdLong());
            panels.save(panel);
        }
    }

    /** Deletes a panel's message, if it is still there. */
    void takeDown(Guild guild, Panel panel) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        Long messageId = panel.messageId();
        if (channel != null && messageId != null && Messages.has(channel, messageId)) {
            channel.deleteMessageById(messageId).complete();
        }
    }

    /** Posts a panel whose message is gone; one whose channel is gone moves to the server's own. */
    private void show(Guild guild, Panel panel, TextChannel fallback, List<TicketType> types) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        if (channel == null || !Messages.has(channel, panel.messageId())) {
            TextChannel target = channel == null ? fallback : channel;
            panel.lost(target.getIdLong());
            panel.posted(
                    target.sendMessage(PanelMessage.of(panel, types)).complete().getIdLong());
            panels.save(panel);
        }
    }
}
