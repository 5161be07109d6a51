package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.ticket.RefusedDraft;
import dev.homelab.discordbot.ticket.Ticket;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketDraft;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** From the panel's button over the form to the thread. */
@Component
class OpenInteraction {

    private final TicketDesk desk;
    private final TicketChannelManager channels;
    private final Apology apology;

    OpenInteraction(TicketDesk desk, TicketChannelManager channels, Apology apology) {
        this.desk = desk;
        this.channels = channels;
        this.apology = apology;
    }

    /** Answers with the form at once: a form cannot follow a deferral. */
    void showForm(ButtonInteractionEvent event, CustomId id) {
        event.replyModal(OpenForm.of(Long.parseLong(id.argument()))).queue();
    }

    void submit(ModalInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferReply(true).complete();
        try {
            answer.editOriginal(open(Objects.requireNonNull(event.getGuild()), OpenForm.read(event, id)))
                    .queue();
        } catch (RefusedDraft e) {
            answer.editOriginal(Objects.requireNonNull(e.getMessage())).queue();
        } catch (RuntimeException e) {
            apology.say(answer, "open your ticket", e);
        }
    }

    private String open(Guild guild, TicketDraft draft) {
        Ticket ticket;
        try {
            ticket = desk.open(draft);
        } catch (DataIntegrityViolationException e) {
            return desk.submittedBefore(draft.nonce())
                    .map(OpenInteraction::whereItIs)
                    .orElseThrow(() -> e);
        }
        return whereItIs(desk.opened(ticket.id(), channels.openThread(guild, ticket)));
    }

    private static String whereItIs(Ticket ticket) {
        Long threadId = ticket.threadId();
        return threadId == null
                ? "Your ticket #" + ticket.number() + " is being opened; you will be mentioned in it."
                : "Your ticket is here: <#" + threadId + ">";
    }
}
