package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.TicketView;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cards of the archive. */
@Component
class ArchivePosts {

    private static final int NEWEST = 100;

    private final GuildRegistry guilds;
    private final ArchiveCard archiveCard;

    ArchivePosts(GuildRegistry guilds, ArchiveCard archiveCard) {
        this.guilds = guilds;
        this.archiveCard = archiveCard;
    }

    /**
     * Posts the archive's card of a ticket, or changes the one that is there.
     *
     * @param known the message's id; null when there is none yet
     * @return the message's id
     */
    long showCard(Guild guild, TicketView ticket, @Nullable Long known) {
        TicketType type = guilds.type(ticket.typeId());
        TextChannel archive = archiveOf(guild, type);
        MessageCreateData card =
                archiveCard.of(ticket, type, guilds.get(ticket.guildId()).language());
        if (known != null && Messages.change(archive, known, card)) {
            return known;
        }
        return archive.sendMessage(card).complete().getIdLong();
    }

    /** A card that was posted and not noted: one call for the archive's newest messages. */
    @Nullable
    Long findCard(Guild guild, TicketView ticket) {
        String reopen = ArchiveCard.reopenId(ticket);
        return archiveOf(guild, guilds.type(ticket.typeId())).getHistory().retrievePast(NEWEST).complete().stream()
                .filter(message -> message.getAuthor().equals(guild.getJDA().getSelfUser()))
                .filter(message -> message.getComponentTree().findAll(Button.class).stream()
                        .anyMatch(button -> reopen.equals(button.getCustomId())))
                .map(Message::getIdLong)
                .findFirst()
                .orElse(null);
    }

    private static TextChannel archiveOf(Guild guild, TicketType type) {
        Long channelId = type.archiveChannelId();
        TextChannel archive = channelId == null ? null : guild.getTextChannelById(channelId);
        if (archive == null) {
            throw new MissingChannel("archive channel", type.name());
        }
        return archive;
    }
}
