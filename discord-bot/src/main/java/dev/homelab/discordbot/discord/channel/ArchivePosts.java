package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.TicketView;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** The cards of the archive. */
@Component
class ArchivePosts {

    private final GuildRegistry guilds;
    private final ArchiveCard archiveCard;

    ArchivePosts(GuildRegistry guilds, ArchiveCard archiveCard) {
        this.guilds = guilds;
        this.archiveCard = archiveCard;
    }

    /**
     * Posts the archive's card of a ticket, or changes the one that is there.
     *
     * @return the message's id
     */
    long showCard(Guild guild, TicketView ticket) {
        TicketType type = guilds.type(ticket.typeId());
        Long channelId = type.archiveChannelId();
        TextChannel archive = channelId == null ? null : guild.getTextChannelById(channelId);
        if (archive == null) {
            throw new MissingChannel("archive channel", type.name());
        }
        MessageCreateData card =
                archiveCard.of(ticket, type, guilds.get(ticket.guildId()).language());
        Long known = ticket.archiveCardId();
        if (known != null && Messages.change(archive, known, card)) {
            return known;
        }
        return archive.sendMessage(card).complete().getIdLong();
    }
}
