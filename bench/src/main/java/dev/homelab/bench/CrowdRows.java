package dev.homelab.bench;

import dev.homelab.local.discord.world.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes tickets with their threads, messages and audit entries, as the bot would have over the years. */
final class CrowdRows {

    private static final String TICKETS = """
            INSERT INTO ticket (id, guild_id, number, type_id, opener_id, opener_name, title, nonce, state, thread_id,
                opened_at, active_at, waiting_since, closed_at, closed_by_id, closed_by_name, archive_card_id,
                thread_deleted_at, rating, answers)
            SELECT gen_random_uuid(), {guild}, {last} + i, ({types})[1 + i % 4], {opener}, 'Member ' || i,
                'Printer on floor ' || i % 40 || ' is jammed, again', gen_random_uuid(), {state}, ({thread}),
                {opened}, {opened}, {opened}, {closed}, {staff}, {staff name}, {card}, {deleted}, {rating},
                '[{"question": "What is it about?", "text": "It blinks since yesterday.", "files": []}]'
            FROM generate_series(1, {count}) i
            """;
    private static final String THREADS = """
            INSERT INTO transcript_thread (thread_id, ticket_id, staff_only)
            SELECT thread_id, id, false FROM ticket WHERE number > {finished}
            """;
    private static final String MESSAGES = """
            INSERT INTO transcript_message (id, thread_id, author_id, author_name, author_kind, said_at, content, card,
                names, blank)
            SELECT 300000000000000000 + number * 10 + k, thread_id, opener_id, opener_name,
                (ARRAY['BOT', 'MEMBER', 'STAFF', 'MEMBER'])[k], opened_at + k * interval '10 minutes',
                'It is number ' || number || ', and line ' || k || ' of what we said about floor ' || number % 40, '',
                '{}', false
            FROM ticket, generate_series(1, 4) k WHERE number > {finished}
            """;
    private static final String AUDIT = """
            INSERT INTO audit_entry (at, guild_id, ticket_id, action, actor_id, actor_name, detail)
            SELECT opened_at, guild_id, id, 'OPENED', opener_id, opener_name, '' FROM ticket
            WHERE number > {finished}
            UNION ALL
            SELECT closed_at, guild_id, id, 'CLOSED', closed_by_id, closed_by_name, '' FROM ticket
            WHERE state = 'CLOSED' AND number > {finished}
            """;
    private static final String ADA = Long.toString(Worlds.ADA);

    private final Database database;
    private final String types;
    private int last;
    private int finished;

    CrowdRows(Database database, List<Long> types) {
        this.database = database;
        this.types = array(types);
    }

    private static String array(List<Long> values) {
        return "ARRAY[" + values.stream().map(Object::toString).collect(Collectors.joining(",")) + "]::bigint[]";
    }

    /**
     * Over two years; the threads of the older ones are deleted by now.
     *
     * @param each how many tickets each opener had, the given ones first
     */
    void closed(int count, int each, List<Long> openers) {
        String opener = "coalesce((" + array(openers) + ")[1 + (i - 1) / " + each + "], 400000000000000000 + (i - 1) / "
                + each + ")";
        String opened = "now() - interval '1 day' - interval '729 days' * (" + count + " - i) / " + count;
        String deleted = "CASE WHEN i < " + count + " * 0.96 THEN " + opened + " + interval '30 days' END";
        insert(
                count,
                opener,
                "CLOSED",
                "200000000000000000 + " + last + " + i",
                opened,
                opened + " + interval '2 hours'",
                deleted);
    }

    /** Ten days ago. */
    void closedWithThreads(List<Long> threads) {
        String opened = "now() - interval '10 days'";
        insert(threads.size(), "400000000000000000", "CLOSED", "(" + array(threads) + ")[i]", opened, opened, "NULL");
    }

    void open(List<Long> threads) {
        String opened = "now() - interval '3 days' - i * interval '1 minute'";
        insert(threads.size(), "500000000000000000 + i", "OPEN", "(" + array(threads) + ")[i]", opened, "NULL", "NULL");
    }

    private void insert(
            int count, String opener, String state, String thread, String opened, String closed, String deleted) {
        boolean over = state.equals("CLOSED");
        Map<String, String> values = new HashMap<>(Map.of(
                "guild", Long.toString(Worlds.COMMUNITY),
                "last", Integer.toString(last),
                "types", types,
                "opener", opener,
                "state", "'" + state + "'",
                "thread", thread,
                "opened", opened,
                "closed", closed,
                "deleted", deleted,
                "count", Integer.toString(count)));
        values.put("staff", over ? ADA : "NULL");
        values.put("staff name", over ? "'Ada'" : "NULL");
        values.put("card", over ? "600000000000000000 + i" : "NULL");
        values.put("rating", over ? "1 + i % 5" : "NULL");
        database.run(filled(values));
        last += count;
    }

    private static String filled(Map<String, String> values) {
        String sql = TICKETS;
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sql;
    }

    /** What hangs on the tickets, and PostgreSQL's own knowledge of how many there are. */
    void finish() {
        for (String rows : List.of(THREADS, MESSAGES, AUDIT)) {
            database.run(rows.replace("{finished}", Integer.toString(finished)));
        }
        finished = last;
        database.run("UPDATE guild_setup SET last_ticket_number = " + last);
        database.run("VACUUM ANALYZE");
    }
}
