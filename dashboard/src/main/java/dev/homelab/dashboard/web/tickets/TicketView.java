package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketDetails;
import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.web.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A ticket's page. */
record TicketView(
        TicketLine ticket,
        @Nullable String threadUrl,
        List<TicketDetails.Answer> answers,
        @Nullable String closeReason,
        @Nullable Integer rating,
        @Nullable String ratingComment,
        List<Message> conversation,
        List<Deed> done) {

    /**
     * Something that was said.
     *
     * @param kind who said it, as texts' keys have it
     */
    record Message(
            Moment at,
            String author,
            String kind,
            boolean note,
            String text,
            boolean edited,
            boolean deleted,
            List<String> files) {}

    /** Something that was done. */
    record Deed(Moment at, String action, String by, String detail) {}

    static TicketView of(TicketDetails details, Reader reader, Instant now) {
        return new TicketView(
                TicketLine.of(details.ticket(), reader.moments(), now),
                details.threadUrl(),
                details.answers(),
                details.closeReason(),
                details.rating(),
                details.ratingComment(),
                details.conversation().stream()
                        .map(message -> new Message(
                                reader.moments().time(message.at()),
                                message.author(),
                                message.kind().toLowerCase(Locale.ROOT),
                                message.note(),
                                message.text(),
                                message.edited(),
                                message.deleted(),
                                message.files()))
                        .toList(),
                details.done().stream()
                        .map(deed ->
                                new Deed(reader.moments().time(deed.at()), deed.action(), deed.by(), deed.detail()))
                        .toList());
    }
}
