package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Closing;
import dev.homelab.discordbot.ticket.Rating;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.PublicAddress;
import java.util.Locale;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** What the archive keeps of a closed ticket. */
@Component
class ArchiveCard {

    private final Phrasebook phrasebook;
    private final PublicAddress address;

    ArchiveCard(Phrasebook phrasebook, PublicAddress address) {
        this.address = address;
        this.phrasebook = phrasebook;
    }

    MessageCreateData of(TicketView ticket, TicketType type, Locale language) {
        String opened = phrasebook.say(
                "card.opened",
                language,
                "<@" + ticket.opener().id() + ">",
                TimeFormat.DATE_TIME_SHORT.format(ticket.openedAt()));
        boolean isClosed = ticket.state() == TicketState.CLOSED;
        return new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(Container.of(
                                TextDisplay.of("### 🎫 "
                                        + phrasebook.say("ticket.footer", language, Long.toString(ticket.number()))
                                        + ": " + MarkdownSanitizer.escape(ticket.title())),
                                TextDisplay.of("**" + phrasebook.say("card.type", language) + "** " + type.emoji() + " "
                                        + type.name() + "\n" + opened + closed(ticket, language)
                                        + rating(ticket, language)),
                                Separator.createDivider(Separator.Spacing.SMALL),
                                TextDisplay.of(phrasebook.say("card.thread", language, "<#" + ticket.threadId() + ">")),
                                ActionRow.of(
                                        Button.link(
                                                address.transcript(ticket.id()),
                                                phrasebook.say("button.transcript", language)),
                                        Button.secondary(reopenId(ticket), phrasebook.say("button.reopen", language))
                                                .withDisabled(!isClosed)))
                        .withAccentColor(isClosed ? Colours.CLOSED : Colours.OPEN))
                .build();
    }

    /** What the card of a ticket, and no other message, carries in the archive. */
    static String reopenId(TicketView ticket) {
        return CustomId.of(CustomId.Action.REOPEN, ticket.id()).toString();
    }

    private String rating(TicketView ticket, Locale language) {
        Rating rating = ticket.rating();
        if (rating == null) {
            return "";
        }
        String comment = rating.comment();
        return "\n"
                + phrasebook.say("card.rating", language, "★".repeat(rating.stars()) + "☆".repeat(5 - rating.stars()))
                + (comment == null ? "" : "\n> " + MarkdownSanitizer.escape(comment.replace('\n', ' ')));
    }

    private String closed(TicketView ticket, Locale language) {
        Closing closing = ticket.closing();
        if (closing == null) {
            return "";
        }
        String line = phrasebook.say(
                "card.closed",
                language,
                TimeFormat.DATE_TIME_SHORT.format(closing.at()),
                "<@" + closing.by().id() + ">");
        return "\n" + line + (closing.reason() == null ? "" : "\n> " + MarkdownSanitizer.escape(closing.reason()));
    }
}
