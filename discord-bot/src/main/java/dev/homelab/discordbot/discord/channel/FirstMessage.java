package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Ticket;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What the opener and the staff see first in a ticket's thread. */
final class FirstMessage {

    private FirstMessage() {}

    /** Only the opener is mentioned, whatever the opener has written. */
    static MessageCreateData of(Ticket ticket, TicketType type) {
        EmbedBuilder card = new EmbedBuilder()
                .setTitle(MarkdownSanitizer.escape(ticket.title()))
                .setDescription(ticket.description())
                .addField("Type", type.emoji() + " " + type.name(), true)
                .addField("Opened", TimeFormat.RELATIVE.format(ticket.openedAt()), true)
                .setFooter("Ticket #" + ticket.number())
                .setColor(ticket.urgent() ? Colours.URGENT : Colours.OPEN);
        if (ticket.urgent()) {
            card.addField("Priority", "🔥 Urgent", true);
        }
        return new MessageCreateBuilder()
                .setContent("<@" + ticket.opener().id() + ">, the staff will be with you here.")
                .setEmbeds(card.build())
                .setComponents(
                        ActionRow.of(Button.danger(CustomId.close(ticket.id()).toString(), "Close")))
                .mentionUsers(ticket.opener().id())
                .build();
    }
}
