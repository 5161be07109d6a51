package dev.homelab.discordbot.api;

import dev.homelab.common.contract.StaffReply;
import dev.homelab.common.contract.TicketDetails;
import dev.homelab.common.contract.TicketFigures;
import dev.homelab.common.contract.TicketPage;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.contract.TicketsOverview;
import dev.homelab.discordbot.audit.AuditLog;
import dev.homelab.discordbot.discord.DiscordHealth;
import dev.homelab.discordbot.discord.StaffDuties;
import dev.homelab.discordbot.discord.StaffVoice;
import dev.homelab.discordbot.ticket.Closing;
import dev.homelab.discordbot.ticket.OpenTicketLine;
import dev.homelab.discordbot.ticket.Rating;
import dev.homelab.discordbot.ticket.TicketListing;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketStatistics;
import dev.homelab.discordbot.ticket.TicketStatistics.Figures;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.Transcript;
import dev.homelab.discordbot.transcript.TranscriptReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsController implements TicketsApi {

    private static final int NEWEST = 20;
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;
    private static final int MOST_DAYS = 3650;

    private final TicketShelf shelf;
    private final TicketListing search;
    private final TicketStatistics statistics;
    private final AuditLog audit;
    private final TranscriptReader transcripts;
    private final DiscordHealth discord;
    private final StaffVoice voice;
    private final StaffDuties duties;
    private final Clock clock;

    TicketsController(
            TicketShelf shelf,
            TicketListing search,
            TicketStatistics statistics,
            AuditLog audit,
            TranscriptReader transcripts,
            DiscordHealth discord,
            StaffVoice voice,
            StaffDuties duties,
            Clock clock) {
        this.shelf = shelf;
        this.search = search;
        this.statistics = statistics;
        this.audit = audit;
        this.transcripts = transcripts;
        this.discord = discord;
        this.voice = voice;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public TicketsOverview overview() {
        return new TicketsOverview(
                new TicketsOverview.DiscordState(
                        discord.isConnected() || discord.isStandby(), discord.isOff(), discord.detail()),
                shelf.countOpen(),
                shelf.countClosed(),
                shelf.newestOpen(NEWEST).stream().map(TicketsController::line).toList());
    }

    private static TicketsOverview.TicketLine line(OpenTicketLine open) {
        return new TicketsOverview.TicketLine(
                open.number(),
                open.guild(),
                open.type(),
                open.title(),
                open.opener(),
                open.state().name(),
                open.openedAt());
    }

    @Override
    public TicketPage search(
            @Nullable Long server,
            @Nullable List<String> state,
            @Nullable Long type,
            @Nullable String text,
            @Nullable Long staff,
            int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw new BadRequest("page must be 0 to " + LAST_PAGE + ".");
        }
        if (text != null && text.indexOf('\0') >= 0) {
            throw new BadRequest("text must not contain the character U+0000.");
        }
        String wantedText = text == null || text.isBlank() ? null : text.strip();
        TicketListing.Wanted wanted = new TicketListing.Wanted(server, states(state), types(type, staff), wantedText);
        List<TicketListing.Line> lines = search.find(wanted, PAGE + 1, page * PAGE);
        return new TicketPage(
                lines.stream().limit(PAGE).map(TicketsController::line).toList(), page, lines.size() > PAGE);
    }

    private @Nullable Set<Long> types(@Nullable Long type, @Nullable Long staff) {
        if (staff == null) {
            return type == null ? null : Set.of(type);
        }
        Set<Long> theirs = duties.typesOf(staff);
        return type == null ? theirs : theirs.contains(type) ? Set.of(type) : Set.of();
    }

    private static Set<TicketState> states(@Nullable List<String> names) {
        try {
            return names == null
                    ? Set.of()
                    : names.stream().map(TicketState::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("state must be one of " + List.of(TicketState.values()) + ".");
        }
    }

    private static TicketPage.Line line(TicketListing.Line line) {
        return new TicketPage.Line(
                line.id(),
                line.number(),
                line.server(),
                line.type(),
                line.title(),
                line.opener(),
                line.state(),
                line.priority(),
                line.waitingFor(),
                line.handler(),
                line.parked(),
                line.openedAt(),
                line.activeAt(),
                line.closedAt(),
                line.firstResponseDue());
    }

    @Override
    public TicketDetails ticket(UUID id, @Nullable Long staff) {
        TicketListing.Line line = search.get(id, types(null, staff));
        TicketView ticket = shelf.find(id).orElseThrow();
        Closing closing = ticket.closing();
        Rating rating = ticket.rating();
        return new TicketDetails(
                line(line),
                ticket.threadId() == null
                        ? null
                        : "https://discord.com/channels/" + ticket.guildId() + "/" + ticket.threadId(),
                ticket.answers().stream()
                        .map(answer -> new TicketDetails.Answer(answer.question(), answer.text()))
                        .toList(),
                closing == null ? null : closing.reason(),
                rating == null ? null : rating.stars(),
                rating == null ? null : rating.comment(),
                transcripts.of(id, true).stream()
                        .flatMap(transcript -> transcript.lines().stream())
                        .map(TicketsController::message)
                        .toList(),
                audit.of(id).stream()
                        .map(entry -> new TicketDetails.Deed(
                                entry.at(), entry.action().name(), entry.actorName(), entry.detail()))
                        .toList());
    }

    private static TicketDetails.Message message(Transcript.Line line) {
        return new TicketDetails.Message(
                line.at(),
                line.author(),
                line.kind().name(),
                line.note(),
                line.content().isEmpty() ? line.card() : line.content(),
                line.editedAt() != null,
                line.deletedAt() != null,
                line.files().stream().map(Transcript.File::name).toList());
    }

    @Override
    public void reply(UUID id, StaffReply reply) {
        voice.say(id, reply.staffUserId(), reply.text());
    }

    @Override
    public TicketFigures statistics(long server, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new BadRequest("days must be 1 to " + MOST_DAYS + ".");
        }
        Instant since = clock.instant().minus(Duration.ofDays(days));
        return new TicketFigures(
                group(statistics.all(server, since)),
                statistics.byType(server, since).stream()
                        .map(TicketsController::group)
                        .toList(),
                statistics.byStaff(server, since).stream()
                        .map(TicketsController::group)
                        .toList());
    }

    private static TicketFigures.Group group(Figures figures) {
        return new TicketFigures.Group(
                figures.name(),
                figures.opened(),
                figures.closed(),
                figures.firstResponseSeconds(),
                figures.resolutionSeconds(),
                figures.rating(),
                figures.onTime());
    }
}
