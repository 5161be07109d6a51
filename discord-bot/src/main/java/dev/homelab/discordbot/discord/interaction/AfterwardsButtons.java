package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.channel.Opening;
import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.springframework.stereotype.Component;

/** What can be done to a ticket once it is closed: rating it, and opening it again from its card. */
@Component
class AfterwardsButtons {

    private static final String COMMENT = "comment";

    private final TicketShelf shelf;
    private final TicketWork work;
    private final TicketFlow flow;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;
    private final Apology apology;

    AfterwardsButtons(
            TicketShelf shelf,
            TicketWork work,
            TicketFlow flow,
            GuildRegistry guilds,
            Phrasebook phrasebook,
            Apology apology) {
        this.shelf = shelf;
        this.work = work;
        this.flow = flow;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
        this.apology = apology;
    }

    /** The stars are pressed in the direct message; a form asks for a word about them. */
    void askComment(ButtonInteractionEvent event, CustomId id) {
        Locale language = event.getUserLocale().toLocale();
        event.replyModal(Modal.create(
                                new CustomId(CustomId.Action.COMMENT, id.argument()).toString(),
                                phrasebook.say("rating.title", language))
                        .addComponents(Label.of(
                                phrasebook.say("rating.comment", language),
                                TextInput.create(COMMENT, TextInputStyle.PARAGRAPH)
                                        .setMaxLength(1000)
                                        .setRequired(false)
                                        .build()))
                        .build())
                .queue();
    }

    void rate(ModalInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferReply(true).complete();
        try {
            ModalMapping comment = event.getValue(COMMENT);
            String text = comment == null ? null : comment.getAsOptionalString();
            TicketView ticket = find(id);
            work.rate(ticket.id(), stars(id), text == null || text.isBlank() ? null : text, People.of(event.getUser()));
            answer.editOriginal(phrasebook.say(
                            "rating.thanks", event.getUserLocale().toLocale()))
                    .queue();
        } catch (RuntimeException e) {
            answer.editOriginal(apology.of(e, answer)).queue();
        }
    }

    private static int stars(CustomId id) {
        String text = id.argument().substring(id.argument().indexOf('/') + 1);
        return text.matches("[1-5]") ? Integer.parseInt(text) : 1;
    }

    void reopen(ButtonInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferReply(true).complete();
        try {
            Guild guild = Objects.requireNonNull(event.getGuild());
            TicketView ticket = find(id);
            Member member = Objects.requireNonNull(event.getMember());
            boolean opener = member.getIdLong() == ticket.opener().id();
            if (!opener && !Staff.includes(member, guilds.type(ticket.typeId()))) {
                throw new Refused(Phrase.of("refused.staff-only"));
            }
            Opening opening = flow.reopen(guild, ticket.id(), People.of(event.getUser()));
            answer.editOriginal(OpenInteraction.outcome(
                            opening, phrasebook, event.getUserLocale().toLocale()))
                    .queue();
        } catch (RuntimeException e) {
            answer.editOriginal(apology.of(e, answer)).queue();
        }
    }

    private TicketView find(CustomId id) {
        return id.ticketId().flatMap(shelf::find).orElseThrow(() -> new Refused(Phrase.of("refused.move.unknown")));
    }
}
