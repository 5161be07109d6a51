package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.TimeFormat;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.springframework.stereotype.Component;

/** The staff ask the opener whether the ticket may be closed; silence closes it when the time is up. */
@Component
public class CloseRequests {

    private final TicketWork work;
    private final TicketShelf shelf;
    private final TicketFlow flow;
    private final TicketChannelManager channels;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;
    private final Apology apology;
    private final Clock clock;

    CloseRequests(
            TicketWork work,
            TicketShelf shelf,
            TicketFlow flow,
            TicketChannelManager channels,
            GuildRegistry guilds,
            Phrasebook phrasebook,
            Apology apology,
            Clock clock) {
        this.work = work;
        this.shelf = shelf;
        this.flow = flow;
        this.channels = channels;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
        this.apology = apology;
        this.clock = clock;
    }

    /** One counted call, for the question in the thread. */
    public void ask(Guild guild, TicketView ticket, Person by, int hours) {
        Instant due = clock.instant().plus(Duration.ofHours(hours));
        work.askToClose(ticket.id(), due, by);
        Locale language = guilds.get(ticket.guildId()).language();
        String opener = "<@" + ticket.opener().id() + ">";
        channels.say(
                guild,
                ticket,
                new MessageCreateBuilder()
                        .setContent(phrasebook.say("close.question", language, opener, TimeFormat.RELATIVE.format(due)))
                        .setComponents(ActionRow.of(
                                Button.success(
                                        CustomId.of(CustomId.Action.AGREE, ticket.id())
                                                .toString(),
                                        phrasebook.say("button.agree", language)),
                                Button.secondary(
                                        CustomId.of(CustomId.Action.DECLINE, ticket.id())
                                                .toString(),
                                        phrasebook.say("button.decline", language))))
                        .mentionUsers(ticket.opener().id())
                        .build());
    }

    void agree(ButtonInteractionEvent event, CustomId id) {
        answer(event, id, (guild, ticket) -> flow.close(guild, ticket.id(), People.of(event.getUser()), null));
    }

    void decline(ButtonInteractionEvent event, CustomId id) {
        answer(event, id, (_, ticket) -> work.declineToClose(ticket.id(), People.of(event.getUser())));
    }

    private interface Answering {
        void answer(Guild guild, TicketView ticket);
    }

    /** Only the opener answers; the buttons go away before the thread may be archived. */
    private void answer(ButtonInteractionEvent event, CustomId id, Answering answering) {
        InteractionHook hook = event.deferEdit().complete();
        try {
            TicketView ticket = id.ticketId()
                    .flatMap(shelf::find)
                    .filter(each -> each.opener().id() == event.getUser().getIdLong())
                    .orElseThrow(() -> new Refused(Phrase.of("refused.opener-only")));
            Buttons.change(hook.editOriginalComponents());
            answering.answer(Objects.requireNonNull(event.getGuild()), ticket);
        } catch (RuntimeException e) {
            hook.sendMessage(apology.of(e, hook)).setEphemeral(true).queue();
        }
    }
}
