package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import dev.homelab.discordbot.discord.DirectMessages;
import dev.homelab.discordbot.discord.outbox.Errand;
import dev.homelab.discordbot.discord.outbox.Outbox;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.Closing;
import dev.homelab.discordbot.ticket.TicketEvent;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the opener, in a direct message, that the ticket is closed, and asks how the help was. */
@Component
class RatingErrand implements Errand {

    private static final Logger log = LoggerFactory.getLogger(RatingErrand.class);

    private static final Duration FRESH = Duration.ofDays(1);

    private final Outbox outbox;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;
    private final Clock clock;

    RatingErrand(Outbox outbox, GuildRegistry guilds, Phrasebook phrasebook, Clock clock) {
        this.outbox = outbox;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
        this.clock = clock;
    }

    @EventListener
    void on(TicketEvent event) {
        if (event.action() == Action.CLOSED) {
            outbox.soon(name(), event.ticketId());
        }
    }

    @Override
    public String name() {
        return "ask-rating";
    }

    /** Members who take no direct messages are left in peace, and nobody is asked days later. */
    @Override
    public void run(Guild guild, TicketView ticket) {
        Closing closing = ticket.closing();
        if (ticket.state() != TicketState.CLOSED
                || ticket.rating() != null
                || closing == null
                || closing.at().plus(FRESH).isBefore(clock.instant())) {
            return;
        }
        try {
            guild.getJDA()
                    .openPrivateChannelById(ticket.opener().id())
                    .flatMap(channel -> channel.sendMessage(question(guild, ticket)))
                    .complete();
        } catch (ErrorResponseException e) {
            if (!DirectMessages.areRefused(e)) {
                throw e;
            }
            log.atInfo().addKeyValue("ticket", ticket.id()).log("The opener takes no direct messages");
        }
    }

    private MessageCreateData question(Guild guild, TicketView ticket) {
        Locale language = guilds.get(ticket.guildId()).language();
        List<Button> stars = IntStream.rangeClosed(1, 5)
                .mapToObj(star -> Button.secondary(
                        CustomId.rate(CustomId.Action.RATE, ticket.id(), star).toString(), star + " ★"))
                .toList();
        return new MessageCreateBuilder()
                .setContent(phrasebook.say(
                        "rating.question",
                        language,
                        Long.toString(ticket.number()),
                        MarkdownSanitizer.escape(ticket.title()),
                        MarkdownSanitizer.escape(guild.getName())))
                .setComponents(ActionRow.of(stars))
                .build();
    }
}
