package dev.homelab.discordbot.transcript;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a ticket, the oldest first, as one reader may see it.
 *
 * @param incomplete whether Discord has kept the words of some messages from us
 */
public record Transcript(
        UUID id,
        long number,
        String guild,
        String type,
        String emoji,
        String title,
        String opener,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closeReason,
        @Nullable Integer rating,
        @Nullable String ratingComment,
        boolean forStaff,
        boolean incomplete,
        List<Line> lines) {

    public Transcript {
        lines = List.copyOf(lines);
    }

    /** Who spoke: somebody who opened or was added, somebody of the staff, or a bot. */
    public enum Kind {
        MEMBER,
        STAFF,
        BOT
    }

    /** What a message said before it was edited. */
    public record Earlier(Instant at, String content, String card) {}

    /** A file that came with a message. */
    public record File(long id, String name, long size, FileState state) {}

    /**
     * One message.
     *
     * @param note whether it was said among the staff
     * @param content empty for readers who may not see what was deleted
     * @param earlier what it said before, for the staff alone
     * @param replyTo the message that it answers
     * @param missing whether Discord kept its words from us; where there are some, those of a later edit
     */
    public record Line(
            long id,
            boolean note,
            long authorId,
            String author,
            Kind kind,
            Instant at,
            String content,
            String card,
            Map<String, String> names,
            @Nullable Long replyTo,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            boolean erased,
            boolean missing,
            List<Earlier> earlier,
            List<File> files) {

        public Line {
            names = Map.copyOf(names);
            earlier = List.copyOf(earlier);
            files = List.copyOf(files);
        }

        Line with(List<File> newFiles) {
            return new Line(
                    id, note, authorId, author, kind, at, content, card, names, replyTo, editedAt, deletedAt, erased,
                    missing, earlier, newFiles);
        }

        /** What somebody who is not of the staff sees of it. */
        Line forMember() {
            boolean gone = deletedAt != null;
            return new Line(
                    id,
                    note,
                    authorId,
                    author,
                    kind,
                    at,
                    gone ? "" : content,
                    gone ? "" : card,
                    gone ? Map.of() : names,
                    replyTo,
                    editedAt,
                    deletedAt,
                    erased,
                    missing,
                    List.of(),
                    gone ? List.of() : files);
        }
    }
}
