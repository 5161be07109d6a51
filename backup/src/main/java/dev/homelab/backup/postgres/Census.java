package dev.homelab.backup.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database holds, as seen in one transaction.
 *
 * @param rows of each table, by schema and name
 * @param constraints primary and foreign keys, unique, check and exclusion constraints
 * @param migration the newest migration that Flyway made there; null where there is none
 */
public record Census(
        Map<String, Long> rows,
        long constraints,
        long indexes,
        @Nullable String migration) {

    private static final String OURS =
            "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'";
    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname, format('%%I.%%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND %s AND NOT EXISTS (SELECT 1 FROM pg_depend d
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """.formatted(OURS);
    private static final String CONSTRAINTS = """
            SELECT count(*) FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
            WHERE k.contype IN ('p', 'f', 'u', 'c', 'x') AND k.convalidated AND %s""".formatted(OURS);
    private static final String INDEXES = """
            SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE i.indisvalid AND %s""".formatted(OURS);
    private static final String HISTORY = "SELECT to_regclass('public.flyway_schema_history')::text";
    private static final String MIGRATION = """
            SELECT version FROM public.flyway_schema_history
            WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""";
    private static final int MOST_DIFFERENCES = 5;

    public Census {
        rows = Map.copyOf(rows);
    }

    /** Counts in the transaction that the connection is in. */
    public static Census of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<String, Long> rows = new TreeMap<>();
            for (List<String> table : tables(statement)) {
                rows.put(table.get(0), number(statement, "SELECT count(*) FROM ONLY " + table.get(1)));
            }
            String migration = text(statement, HISTORY) == null ? null : text(statement, MIGRATION);
            return new Census(rows, number(statement, CONSTRAINTS), number(statement, INDEXES), migration);
        }
    }

    /** Each by its name and by its name as SQL takes it. */
    private static List<List<String>> tables(Statement statement) throws SQLException {
        List<List<String>> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(List.of(found.getString(1), found.getString(2)));
            }
        }
        return tables;
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static @Nullable String text(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    public long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In what {@code restored} differs, in words; empty when it does not. */
    public List<String> differencesTo(Census restored) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>(rows.keySet());
        tables.addAll(restored.rows.keySet());
        for (String table : tables) {
            compare(differences, "rows of " + table, rows.get(table), restored.rows.get(table));
        }
        compare(differences, "constraints", constraints, restored.constraints);
        compare(differences, "indexes", indexes, restored.indexes);
        compare(differences, "migration", migration, restored.migration);
        return differences.stream().limit(MOST_DIFFERENCES).toList();
    }

    private static void compare(
            List<String> differences, String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add("%s: %s instead of %s".formatted(what, found, expected));
        }
    }
}
