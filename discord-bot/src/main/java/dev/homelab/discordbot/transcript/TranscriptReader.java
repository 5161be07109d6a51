package dev.homelab.discordbot.transcript;

import dev.homelab.discordbot.transcript.Transcript.Earlier;
import dev.homelab.discordbot.transcript.Transcript.File;
import dev.homelab.discordbot.transcript.Transcript.Kind;
import dev.homelab.discordbot.transcript.Transcript.Line;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads transcripts; who may is for the caller to know. */
@Component
public class TranscriptReader {

    private static final String HEAD = """
            SELECT t.id, t.number, g.name AS guild, y.name AS type, y.emoji, t.title, t.opener_name, t.state,
                   t.opened_at, t.closed_at, t.closed_by_name, t.close_reason, t.rating, t.rating_comment
            FROM ticket t JOIN guild_setup g ON g.guild_id = t.guild_id JOIN ticket_type y ON y.id = t.type_id
            WHERE t.id = ?
            """;
    private static final String LINES = """
            SELECT m.*, p.staff_only FROM transcript_message m
            JOIN transcript_thread p ON p.thread_id = m.thread_id
            WHERE p.ticket_id = :ticket AND (:staff OR NOT p.staff_only)
            ORDER BY m.id
            """;
    private static final String FILES = """
            SELECT f.* FROM transcript_file f
            JOIN transcript_message m ON m.id = f.message_id
            JOIN transcript_thread p ON p.thread_id = m.thread_id
            WHERE p.ticket_id = :ticket AND (:staff OR (NOT p.staff_only AND m.deleted_at IS NULL))
            ORDER BY f.id
            """;
    private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Earlier>> EARLIER = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FileStore store;

    TranscriptReader(JdbcClient jdbc, JsonMapper json, FileStore store) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /** Whether files are kept at all. */
    public boolean keepsFiles() {
        return store.isConfigured();
    }

    /** In three statements, however long it is. */
    public Optional<Transcript> of(UUID ticketId, boolean forStaff) {
        Map<Long, List<File>> files = files(ticketId, forStaff);
        List<Line> lines = jdbc
                .sql(LINES)
                .param("ticket", ticketId)
                .param("staff", forStaff)
                .query((row, number) -> line(row))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .map(line -> line.with(files.getOrDefault(line.id(), List.of())))
                .map(line -> forStaff ? line : line.forMember())
                .toList();
        return jdbc.sql(HEAD)
                .param(ticketId)
                .query((row, number) -> head(row, forStaff, lines))
                .optional();
    }

    private Map<Long, List<File>> files(UUID ticketId, boolean forStaff) {
        Map<Long, List<File>> files = new LinkedHashMap<>();
        jdbc.sql(FILES).param("ticket", ticketId).param("staff", forStaff).query(row -> {
            files.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
                    .add(file(row));
        });
        return files;
    }

    /** A file of a ticket, where the reader may see the message that it came with. */
    public Optional<File> file(UUID ticketId, long fileId, boolean forStaff) {
        return files(ticketId, forStaff).values().stream()
                .flatMap(List::stream)
                .filter(file -> file.id() == fileId)
                .findFirst();
    }

    /** The bytes of a saved file, to be closed by the caller. */
    public InputStream open(File file) throws IOException {
        return store.get(file.id());
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("size"),
                FileState.valueOf(row.getString("state")));
    }

    private static Transcript head(ResultSet row, boolean forStaff, List<Line> lines) throws SQLException {
        return new Transcript(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("guild"),
                row.getString("type"),
                row.getString("emoji"),
                row.getString("title"),
                row.getString("opener_name"),
                row.getString("state"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "closed_at"),
                row.getString("closed_by_name"),
                row.getString("close_reason"),
                row.getObject("rating", Integer.class),
                row.getString("rating_comment"),
                forStaff,
                lines.stream().anyMatch(Line::missing),
                lines);
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getBoolean("staff_only"),
                row.getLong("author_id"),
                row.getString("author_name"),
                Kind.valueOf(row.getString("author_kind")),
                Objects.requireNonNull(instant(row, "said_at")),
                row.getString("content"),
                row.getString("card"),
                json.readValue(row.getString("names"), NAMES),
                row.getObject("reply_to", Long.class),
                instant(row, "edited_at"),
                instant(row, "deleted_at"),
                row.getObject("erased_at") != null,
                row.getBoolean("blank"),
                json.readValue(row.getString("earlier"), EARLIER),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
