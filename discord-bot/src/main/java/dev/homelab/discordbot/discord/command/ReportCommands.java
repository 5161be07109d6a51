package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.guild.SetupFile;
import dev.homelab.discordbot.guild.SetupFiles;
import dev.homelab.discordbot.language.Phrasebook;
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

/** How the tickets go, and the setup as a file. */
@Component
class ReportCommands implements Subcommands {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_LINES = 12;

    private final TicketStatistics statistics;
    private final SetupFiles files;
    private final Phrasebook phrasebook;
    private final Clock clock;

    ReportCommands(TicketStatistics statistics, SetupFiles files, Phrasebook phrasebook, Clock clock) {
        this.statistics = statistics;
        this.files = files;
        this.phrasebook = phrasebook;
        this.clock = clock;
    }

    @Override
    public List<Subcommand> all() {
        return List.of(
                Subcommand.of(
                        "tickets stats", List.of(Option.number("days", 1, 3650).optional()), this::stats),
                Subcommand.of("tickets export", List.of(), this::export),
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
                rating == null ? "–" : String.format(language, "%.1f ★", rating));
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
        byte[] file = files.write(call.guild().getIdLong());
        return Reply.quietly("said.exported").with(FileUpload.fromData(file, "tickets.json"));
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
