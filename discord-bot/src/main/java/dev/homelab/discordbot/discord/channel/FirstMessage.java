package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Answer;
import dev.homelab.discordbot.ticket.Company;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** What the opener and the staff see first in a ticket's thread. */
@Component
class FirstMessage {

    /** An embed holds 6,000 characters in all; five answers of this length, their questions and the title fit. */
    private static final int LONGEST_FIELD = 1000;

    /** Of a message's 2,000 characters; more people can still be added one by one. */
    private static final int MOST_COMPANY = 50;

    private final Phrasebook phrasebook;
    private final Company company;

    FirstMessage(Phrasebook phrasebook, Company company) {
        this.phrasebook = phrasebook;
        this.company = company;
    }

    /** Only the opener and people who were added are mentioned, which adds them, whatever the opener has written. */
    MessageCreateData of(TicketView ticket, TicketType type, Locale language) {
        List<Long> others = company.of(ticket).stream().limit(MOST_COMPANY).toList();
        String welcome = phrasebook.say(
                "ticket.welcome", language, mention(ticket.opener().id()));
        return new MessageCreateBuilder()
                .setContent(others.isEmpty() ? welcome : welcome + "\n" + mentions(others))
                .setEmbeds(card(ticket, type, language).build())
                .setComponents(ActionRow.of(
                        button(CustomId.Action.CLAIM, ticket, "button.claim", language, ButtonStyle.SECONDARY),
                        button(CustomId.Action.CLOSE, ticket, "button.close", language, ButtonStyle.DANGER),
                        button(CustomId.Action.REASON, ticket, "button.reason", language, ButtonStyle.SECONDARY)))
                .mentionUsers(ticket.opener().id())
                .mentionUsers(others.stream().mapToLong(Long::longValue).toArray())
                .build();
    }

    private static String mentions(List<Long> userIds) {
        return userIds.stream().map(FirstMessage::mention).collect(Collectors.joining(" "));
    }

    private static String mention(long userId) {
        return "<@" + userId + ">";
    }

    private Button button(CustomId.Action action, TicketView ticket, String label, Locale language, ButtonStyle style) {
        return Button.of(style, CustomId.of(action, ticket.id()).toString(), phrasebook.say(label, language));
    }

    private EmbedBuilder card(TicketView ticket, TicketType type, Locale language) {
        EmbedBuilder card = new EmbedBuilder()
                .setTitle(MarkdownSanitizer.escape(ticket.title()))
                .addField(phrasebook.say("ticket.type", language), type.emoji() + " " + type.name(), true)
                .addField(
                        phrasebook.say("ticket.opened", language), TimeFormat.RELATIVE.format(ticket.openedAt()), true)
                .setFooter(phrasebook.say("ticket.footer", language, Long.toString(ticket.number())))
                .setColor(Colours.of(ticket.priority()));
        if (ticket.priority() != Priority.NORMAL) {
            card.addField(
                    phrasebook.say("ticket.priority", language), Priorities.shown(ticket, phrasebook, language), true);
        }
        if (ticket.sourceUrl() != null) {
            card.addField(phrasebook.say("ticket.about", language), ticket.sourceUrl(), true);
        }
        ticket.answers().forEach(answer -> card.addField(answer.question(), shown(answer), false));
        return card;
    }

    private static String shown(Answer answer) {
        return Shortened.to(LONGEST_FIELD, answer.text());
    }
}
