package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.guild.SetupFile;
import dev.homelab.discordbot.guild.SetupFiles;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketFile;
import dev.homelab.discordbot.ticket.TicketFiles;
import dev.homelab.discordbot.ticket.TicketStatistics;
import dev.homelab.discordbot.ticket.TicketStatistics.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.MarkdownSanitizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How the tickets go, and the setup and the tickets as files. */
@Component
class ReportCommands implements Subcommands {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_LINES = 12;
    private static final int MOST_TICKETS = 5000;
    private static final String SETUP = "setup";
    private static final String TICKETS = "tickets";

    private final TicketStatistics statistics;
    private final SetupFiles files;
    private final TicketFiles ticketFiles;
    private final JsonMapper json;
    private final Phrasebook phrasebook;
    private final Clock clock;

    ReportCommands(
            TicketStatistics statistics,
            SetupFiles files,
            TicketFiles ticketFiles,
            JsonMapper json,
            Phrasebook phrasebook,
            Clock clock) {
        this.statistics = statistics;
        this.files = files;
        this.ticketFiles = ticketFiles;
        this.json = json;
        this.phrasebook = phrasebook;
        this.clock = clock;
    }

    @Override
    public List<Subcommand> all() {
        return List.of(
                Subcommand.of(
                        "tickets stats", List.of(Option.number("days", 1, 3650).optional()), this::stats),
                Subcommand.of(
                        "tickets export",
                        List.of(
                                Option.of(OptionType.STRING, "what")
                                        .among(List.of(SETUP, TICKETS))
                                        .optional(),
                                Option.number("days", 1, 3650).optional()),
                        this::export),
                Subcommand.of("tickets import", List.of(Option.of(OptionType.ATTACHMENT, "file")), this::importFile));
    }

    private Reply stats(CommandCall call) {
        long guild = call.guild().getIdLong();
        int days = call.optional("days", OptionMapping::getAsInt).orElse(30);
        Instant since = clock.instant().minus(Duration.ofDays(days));
        Locale language = call.event().getUserLocale().toLocale();
        Stream<Figures> groups =
                Stream.concat(statistics.byType(guild, since).stream(), statistics.byStaff(guild, since).stream());
        List<String> lines = Stream.concat(Stream.of(statistics.all(guild, since)), groups.limit(MOST_LINES))
                .map(figures -> line(figures, language))
                .toList();
        return Reply.quietly("said.as-is", String.join("\n", lines));
    }

    private String line(Figures figures, Locale language) {
        String name = figures.name().isEmpty()
                ? phrasebook.say("stats.all", language)
                : MarkdownSanitizer.escape(figures.name());
        Double rating = figures.rating();
        return phrasebook.say(
                "stats.line",
                language,
                name,
                figures.opened(),
                figures.closed(),
                time(figures.firstResponseSeconds()),
                time(figures.resolutionSeconds()),
                rating == null ? "–" : String.format(language, "%.1f ★", rating),
                figures.onTime() == null ? "–" : Math.round(figures.onTime() * 100) + " %");
    }

    private static String time(@Nullable Long seconds) {
        if (seconds == null) {
            return "–";
        }
        Duration duration = Duration.ofSeconds(seconds);
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min";
    }

    private Reply export(CommandCall call) {
        if (call.optional("what", OptionMapping::getAsString).orElse(SETUP).equals(TICKETS)) {
            return exportTickets(call);
        }
        byte[] file = files.write(call.guild().getIdLong());
        return Reply.quietly("said.exported").with(FileUpload.fromData(file, "tickets.json"));
    }

    private Reply exportTickets(CommandCall call) {
        int days = call.optional("days", OptionMapping::getAsInt).orElse(3650);
        TicketFile file = ticketFiles.openedSince(
                call.guild().getIdLong(), clock.instant().minus(Duration.ofDays(days)), MOST_TICKETS);
        String said = file.tickets().size() < MOST_TICKETS ? "said.exported.tickets" : "said.exported.newest";
        return Reply.quietly(said, file.tickets().size())
                .with(FileUpload.fromData(json.writeValueAsBytes(file), "tickets-of-" + days + "-days.json"));
    }

    private Reply importFile(CommandCall call) {
        Attachment attachment = call.get("file", OptionMapping::getAsAttachment);
        SetupFile.requireSize(attachment.getSize(), LONGEST_FILE);
        try (InputStream content = attachment.getProxy().download().join()) {
            int types = files.read(call.guild().getIdLong(), content.readNBytes(LONGEST_FILE));
            return Reply.quietly("said.imported", types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
