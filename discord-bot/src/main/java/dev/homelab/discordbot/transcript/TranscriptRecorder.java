package dev.homelab.discordbot.transcript;

import dev.homelab.discordbot.ticket.TicketActivity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is said, edited and deleted; the same message twice makes one row. */
@Component
public class TranscriptRecorder {

    private static final String SAY = """
            WITH place AS (
                SELECT NOT :bot AND t.opener_id <> :author
                           AND (:manages OR y.staff_role_ids && CAST(string_to_array(:roles, ',') AS bigint[])) AS by_staff,
                       p.staff_only
                FROM transcript_thread p JOIN ticket t ON t.id = p.ticket_id JOIN ticket_type y ON y.id = t.type_id
                WHERE p.thread_id = :thread
            ), kept AS (
                INSERT INTO transcript_message (id, thread_id, author_id, author_name, author_kind, said_at,
                                                content, card, names, blank, reply_to)
                VALUES (:id, :thread, :author, :name,
                        CASE WHEN :bot THEN 'BOT' WHEN (SELECT by_staff FROM place) THEN 'STAFF' ELSE 'MEMBER' END,
                        :at, :content, :card, CAST(:names AS jsonb), :blank, CAST(:reply AS bigint))
                ON CONFLICT (id) DO NOTHING RETURNING id
            ), files AS (
                INSERT INTO transcript_file (id, message_id, name, size, url, state)
                SELECT f.id, kept.id, f.name, f.size, f.url, f.state
                FROM kept, jsonb_to_recordset(CAST(:files AS jsonb))
                    AS f (id bigint, name text, size bigint, url text, state text)
                ON CONFLICT (id) DO NOTHING
            )
            SELECT EXISTS (SELECT 1 FROM kept) AS fresh, place.by_staff, place.staff_only
            FROM (SELECT 1) AS one LEFT JOIN place ON true
            """;
    private static final String EDIT = """
            UPDATE transcript_message SET
                earlier = earlier || jsonb_build_array(jsonb_build_object(
                    'at', coalesce(edited_at, said_at), 'content', content, 'card', card)),
                content = :content, card = :card, names = CAST(:names AS jsonb), edited_at = :at, blank = false
            WHERE id = :id AND erased_at IS NULL AND (content, card) IS DISTINCT FROM (:content, :card)
              AND (edited_at IS NULL OR edited_at <= :at)
            """;

    private static final String EDIT_UNSEEN = """
            UPDATE transcript_message SET edited_at = :at, blank = true
            WHERE id = :id AND erased_at IS NULL AND said_at < :at AND (edited_at IS NULL OR edited_at <= :at)
            """;
    private static final String MISSING = """
            UPDATE transcript_message SET deleted_at = :at
            WHERE thread_id = :thread AND id BETWEEN :from AND :to AND deleted_at IS NULL
              AND id <> ALL (CAST(string_to_array(:there, ',') AS bigint[]))
            """;

    private record Place(
            boolean fresh,
            @Nullable Boolean byStaff,
            @Nullable Boolean staffOnly) {}

    private record File(long id, String name, long size, String url, FileState state) {}

    private final JdbcClient jdbc;
    private final TicketActivity activity;
    private final FileKeeper keeper;
    private final JsonMapper json;
    private final Clock clock;

    TranscriptRecorder(JdbcClient jdbc, TicketActivity activity, FileKeeper keeper, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.keeper = keeper;
        this.json = json;
        this.clock = clock;
    }

    /** In one statement, and one more that tells the ticket of it when a person spoke. */
    @Transactional
    public void said(Said said) {
        List<File> files = said.files().stream().map(this::file).toList();
        Place place = insert(said, files);
        if (!place.fresh()) {
            return;
        }
        files.stream().filter(file -> file.state() == FileState.WAITING).forEach(file -> keeper.keep(file.id()));
        if (!said.bot() && Boolean.FALSE.equals(place.staffOnly())) {
            activity.said(said.threadId(), said.id(), Boolean.TRUE.equals(place.byStaff()), said.at());
        }
    }

    private File file(Said.Upload upload) {
        return new File(
                upload.id(), storable(upload.name()), upload.size(), upload.url(), keeper.intends(upload.size()));
    }

    private Place insert(Said said, List<File> files) {
        return jdbc.sql(SAY)
                .param("id", said.id())
                .param("thread", said.threadId())
                .param("author", said.author().id())
                .param("name", storable(said.author().name()))
                .param("bot", said.bot())
                .param("manages", said.managesThreads())
                .param("roles", said.roleIds().stream().map(Object::toString).collect(Collectors.joining(",")))
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .param("content", storable(said.words().content()))
                .param("card", storable(said.words().card()))
                .param("names", json.writeValueAsString(said.words().names()))
                .param("blank", said.words().blank())
                .param("reply", said.replyTo())
                .param("files", json.writeValueAsString(files))
                .query(Place.class)
                .single();
    }

    /**
     * An edit that overtook its message writes it, and keeps the words of the one that comes late out. One whose words
     * Discord keeps from us leaves the words that are known.
     */
    @Transactional
    public void edited(Said said, Instant at) {
        JdbcClient.StatementSpec edit =
                said.words().blank() ? jdbc.sql(EDIT_UNSEEN) : seen(jdbc.sql(EDIT), said.words());
        int changed = edit.param("id", said.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            said(said);
        }
    }

    private JdbcClient.StatementSpec seen(JdbcClient.StatementSpec edit, Words words) {
        return edit.param("content", storable(words.content()))
                .param("card", storable(words.card()))
                .param("names", json.writeValueAsString(words.names()));
    }

    /** Marks them; the words stay, for the staff. */
    public void deleted(Collection<Long> messageIds) {
        jdbc.sql("UPDATE transcript_message SET deleted_at = :at WHERE id IN (:ids) AND deleted_at IS NULL")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", messageIds)
                .update();
    }

    /** Marks those that are not there any more, from one message of a thread to another. */
    public void deletedUnseen(long threadId, long from, long to, Collection<Long> there) {
        jdbc.sql(MISSING)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("thread", threadId)
                .param("from", from)
                .param("to", to)
                .param("there", there.stream().map(Object::toString).collect(Collectors.joining(",")))
                .update();
    }

    /** PostgreSQL's text holds every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
