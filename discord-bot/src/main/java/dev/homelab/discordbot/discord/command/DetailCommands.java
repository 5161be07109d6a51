package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketDraft;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.springframework.stereotype.Component;

/** What a ticket is called, how soon it is wanted, and whose turn it is. */
@Component
class DetailCommands implements Subcommands {

    private static final int LONGEST_SNOOZE_HOURS = 24 * 90;

    private final TicketWork work;
    private final TicketChannelManager channels;
    private final Renames renames;
    private final Clock clock;

    DetailCommands(TicketWork work, TicketChannelManager channels, Renames renames, Clock clock) {
        this.work = work;
        this.channels = channels;
        this.renames = renames;
        this.clock = clock;
    }

    @Override
    public List<Subcommand> all() {
        Option priority = Option.of(OptionType.STRING, "priority")
                .among(Stream.of(Priority.values()).map(Enum::name).toList());
        Option side = Option.of(OptionType.STRING, "for")
                .among(Stream.of(Side.values()).map(Enum::name).toList());
        return List.of(
                Subcommand.of("ticket priority", List.of(priority), this::priority),
                Subcommand.of("ticket wait", List.of(side), this::waitFor),
                Subcommand.of("ticket rename", List.of(Option.text("title", 100)), this::rename),
                Subcommand.of("ticket snooze", List.of(Option.number("hours", 1, LONGEST_SNOOZE_HOURS)), this::snooze));
    }

    private Reply priority(CommandCall call) {
        Priority priority = Priority.valueOf(call.text("priority"));
        work.prioritise(call.ticketAsStaff().id(), priority, call.by());
        return Reply.aloud("said.priority." + priority.name().toLowerCase(Locale.ROOT));
    }

    private Reply waitFor(CommandCall call) {
        Side side = Side.valueOf(call.text("for"));
        TicketView ticket = work.waitFor(call.ticketAsStaff().id(), side, call.by());
        return side == Side.MEMBER
                ? Reply.aloud("said.waiting.member", "<@" + ticket.opener().id() + ">")
                : Reply.aloud("said.waiting.staff");
    }

    private Reply rename(CommandCall call) {
        TicketView before = call.ticketAsStaff();
        String title = TicketDraft.checkedTitle(call.text("title"));
        Long threadId = before.threadId();
        if (threadId != null && !before.isParked() && !renames.take(threadId)) {
            throw new Refused(Phrase.of("refused.renamed-twice"));
        }
        TicketView ticket = work.rename(before.id(), title, call.by());
        channels.renameThread(call.guild(), ticket);
        return Reply.aloud("said.renamed", MarkdownSanitizer.escape(ticket.title()));
    }

    private Reply snooze(CommandCall call) {
        Instant until = clock.instant().plus(Duration.ofHours(call.number("hours")));
        work.snooze(call.ticketAsStaff().id(), until, call.by());
        return Reply.aloud("said.snoozed", Long.toString(until.getEpochSecond()));
    }
}
