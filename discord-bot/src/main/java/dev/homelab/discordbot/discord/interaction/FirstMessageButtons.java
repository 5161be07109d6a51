package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buttons of a ticket's first message. */
@Component
class FirstMessageButtons {

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_LABEL = 80;

    private final TicketShelf shelf;
    private final TicketWork work;
    private final TicketFlow flow;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;
    private final Apology apology;

    FirstMessageButtons(
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

    /** Everybody in the thread hears who takes care of it; a follow-up costs no counted call. */
    void claim(ButtonInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferEdit().complete();
        try {
            Guild guild = Objects.requireNonNull(event.getGuild());
            TicketView ticket = ticket(id, event.getMember(), false);
            work.claim(ticket.id(), People.of(event.getUser()));
            Locale language = guilds.get(guild.getIdLong()).language();
            String who = "<@" + event.getUser().getId() + ">";
            answer.sendMessage(phrasebook.say("said.claimed", language, who)).queue();
        } catch (RuntimeException e) {
            answer.sendMessage(apology.of(e, answer)).setEphemeral(true).queue();
        }
    }

    void close(ButtonInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferEdit().complete();
        close(answer, id, event.getMember(), null);
    }

    void askReason(ButtonInteractionEvent event, CustomId id) {
        Locale language = event.getUserLocale().toLocale();
        event.replyModal(Modal.create(id.toString(), phrasebook.say("button.reason", language))
                        .addComponents(Label.of(
                                phrasebook.say("form.reason", language),
                                TextInput.create(REASON, TextInputStyle.PARAGRAPH)
                                        .setMaxLength(LONGEST_REASON)
                                        .build()))
                        .build())
                .queue();
    }

    void closeWithReason(ModalInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferEdit().complete();
        ModalMapping reason = event.getValue(REASON);
        close(answer, id, event.getMember(), reason == null ? null : reason.getAsString());
    }

    /** The message is changed before the thread is archived: an archived thread refuses the edit. */
    private void close(InteractionHook answer, CustomId id, @Nullable Member member, @Nullable String reason) {
        try {
            Guild guild = Objects.requireNonNull(answer.getInteraction().getGuild());
            Person by = People.of(answer.getInteraction().getUser());
            TicketView ticket = flow.writeClosing(ticket(id, member, true).id(), by, reason);
            Buttons.change(answer.editOriginalComponents(ActionRow.of(closedBy(by, guild))));
            flow.finishClosing(guild, ticket);
        } catch (RuntimeException e) {
            answer.sendMessage(apology.of(e, answer)).setEphemeral(true).queue();
        }
    }

    /** Staff may do anything to it; the opener may close it. */
    private TicketView ticket(CustomId id, @Nullable Member member, boolean openerToo) {
        TicketView ticket =
                id.ticketId().flatMap(shelf::find).orElseThrow(() -> new Refused(Phrase.of("refused.move.unknown")));
        boolean opener = openerToo
                && member != null
                && member.getIdLong() == ticket.opener().id();
        if (!opener && (member == null || !Staff.includes(member, guilds.type(ticket.typeId())))) {
            throw new Refused(Phrase.of("refused.staff-only"));
        }
        return ticket;
    }

    private Button closedBy(Person by, Guild guild) {
        String label = phrasebook.say("button.closed", guild.getLocale().toLocale(), by.name());
        return Button.secondary("closed", Shortened.to(LONGEST_LABEL, label)).asDisabled();
    }
}
