package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.Ticket;
import java.time.Instant;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What the archive keeps of a closed ticket. */
final class ArchiveCard {

    private ArchiveCard() {}

    static MessageCreateData of(Ticket ticket, TicketType type) {
        Person closer = ticket.closedBy();
        Instant closedAt = ticket.closedAt();
        String closed = closedAt == null ? "" : "\n**Closed** " + TimeFormat.DATE_TIME_SHORT.format(closedAt);
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Container.of(
                                TextDisplay.of("### 🎫 Ticket #" + ticket.number() + ": "
                                        + MarkdownSanitizer.escape(ticket.title())),
                                TextDisplay.of("**Type** " + type.emoji() + " " + type.name() + "\n**Opened by** <@"
                                        + ticket.opener().id() + ">, "
                                        + TimeFormat.DATE_TIME_SHORT.format(ticket.openedAt())
                                        + closed
                                        + (closer == null ? "" : " by <@" + closer.id() + ">")),
                                Separator.createDivider(Separator.Spacing.SMALL),
                                TextDisplay.of("Thread: <#" + ticket.threadId() + ">"))
                        .withAccentColor(Colours.CLOSED))
                .build();
    }
}
