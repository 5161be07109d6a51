package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.Objects;
import java.util.UUID;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.springframework.stereotype.Component;

/** The Close button of a ticket's first message. */
@Component
class CloseInteraction {

    private final TicketDesk desk;
    private final TicketChannelManager channels;
    private final Phrasebook phrasebook;
    private final Apology apology;

    CloseInteraction(TicketDesk desk, TicketChannelManager channels, Phrasebook phrasebook, Apology apology) {
        this.desk = desk;
        this.channels = channels;
        this.phrasebook = phrasebook;
        this.apology = apology;
    }

    /** The message is changed before the thread is archived: an archived thread refuses the edit. */
    void close(ButtonInteractionEvent event, CustomId id) {
        InteractionHook answer = event.deferEdit().complete();
        try {
            Guild guild = Objects.requireNonNull(event.getGuild());
            Person by = People.of(event.getUser());
            TicketView ticket = desk.close(UUID.fromString(id.argument()), by, null);
            answer.editOriginalComponents(ActionRow.of(closedBy(by, guild))).complete();
            channels.closeThread(guild, ticket);
            desk.archived(ticket.id());
        } catch (RuntimeException e) {
            answer.sendMessage(apology.of(e, answer)).setEphemeral(true).queue();
        }
    }

    private Button closedBy(Person by, Guild guild) {
        String label = phrasebook.say("button.closed", guild.getLocale().toLocale(), by.name());
        return Button.secondary("closed", label.length() <= 80 ? label : label.substring(0, 80))
                .asDisabled();
    }
}
