package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.Ticket;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Objects;
import java.util.UUID;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The Close button of a ticket's first message. */
@Component
class CloseInteraction {

    private final TicketDesk desk;
    private final TicketChannelManager channels;
    private final Apology apology;

    CloseInteraction(TicketDesk desk, TicketChannelManager channels, Apology apology) {
        this.desk = desk;
        this.channels = channels;
        this.apology = apology;
    }

    /** The message is changed before the thread is archived: an archived thread refuses the edit. */
    void close(ButtonInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferEdit().complete();
        try {
            Guild guild = Objects.requireNonNull(event.getGuild());
            Person by = new Person(event.getUser().getIdLong(), event.getUser().getEffectiveName());
            Ticket ticket = desk.close(UUID.fromString(id.argument()), by);
            answer.editOriginalComponents(ActionRow.of(closedBy(by))).complete();
            channels.closeThread(guild, ticket);
            desk.archived(ticket.id());
        } catch (WrongMove | OptimisticLockingFailureException e) {
            answer.sendMessage("Somebody has closed this ticket already.")
                    .setEphemeral(true)
                    .queue();
        } catch (RuntimeException e) {
            apology.say(answer, "close this ticket", e);
        }
    }

    private static Button closedBy(Person by) {
        String label = "Closed by " + by.name();
        return Button.secondary("closed", label.length() <= 80 ? label : label.substring(0, 80))
                .asDisabled();
    }
}
