package dev.homelab.backup;

import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database as a service has it: tables, keys, and Flyway's history. */
record TestDatabase(String url) {

    private static final ServerAddress SERVER = TestServers.postgres();
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE person (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE)",
            """
            CREATE TABLE visit (id bigserial PRIMARY KEY, person_id bigint NOT NULL REFERENCES person,
              note text NOT NULL CHECK (note <> ''))""",
            "CREATE INDEX visit_person ON visit (person_id)",
            "CREATE SCHEMA \"Odd Name\"",
            "CREATE TABLE \"Odd Name\".\"Some \"\"quoted\"\" table\" (v int)",
            """
            CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text, success boolean NOT NULL)""",
            "INSERT INTO flyway_schema_history VALUES (1, '1', true), (2, '2.1', true), (3, '3', false)",
            "INSERT INTO person (name) SELECT 'person ' || i FROM generate_series(1, 20) i",
            "INSERT INTO visit (person_id, note) SELECT 1 + i % 20, md5(i::text) FROM generate_series(1, 3000) i");

    /** With 20 persons and 3000 visits. */
    static TestDatabase filled() {
        TestDatabase database = new TestDatabase(TestServers.freshDatabase());
        SCHEMA.forEach(database::execute);
        return database;
    }

    /** One that PostgreSQL's server has besides, such as a restored one. */
    static TestDatabase named(String name) {
        return new TestDatabase(SERVER.jdbc(name));
    }

    String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    void execute(String command) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, SERVER.user(), SERVER.password());
    }

    /** The first column. */
    List<String> column(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) {
        return Long.parseLong(column("SELECT count(*) FROM " + table).getFirst());
    }

    static List<String> scratchDatabases() {
        return named("postgres").column("SELECT datname FROM pg_database WHERE datname LIKE 'homelab\\_drill\\_%'");
    }
}
