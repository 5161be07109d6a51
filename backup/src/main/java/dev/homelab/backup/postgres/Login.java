package dev.homelab.backup.postgres;

import dev.homelab.common.secret.Secret;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** A role at a database; never in a command line, where everybody on the machine would read the password. */
public record Login(String url, String user, Secret password) {

    private static final String JDBC = "jdbc:";
    private static final int USUAL_PORT = 5432;
    private static final String PATIENCE_SECONDS = "10";

    /** To be closed by whoever asked for it. */
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password.reveal());
        settings.setProperty("connectTimeout", PATIENCE_SECONDS);
        settings.setProperty("loginTimeout", PATIENCE_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("ApplicationName", "homelab-backup");
        return DriverManager.getConnection(url, settings);
    }

    /** The same server and role, another database. */
    public Login at(String otherDatabase) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        String rest = query < 0 ? "" : url.substring(query);
        return new Login(path.substring(0, path.lastIndexOf('/') + 1) + otherDatabase + rest, user, password);
    }

    /** The same database, another role. */
    public Login as(String otherUser, Secret itsPassword) {
        return new Login(url, otherUser, itsPassword);
    }

    /** The name that the database has on its server. */
    public String database() {
        return address().getPath().substring(1);
    }

    /** What PostgreSQL's own tools are told. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PGHOST", address().getHost());
        environment.put(
                "PGPORT",
                Integer.toString(
                        address().getPort() < 0 ? USUAL_PORT : address().getPort()));
        environment.put("PGDATABASE", database());
        environment.put("PGUSER", user);
        environment.put("PGPASSWORD", password.reveal());
        environment.put("PGCONNECT_TIMEOUT", PATIENCE_SECONDS);
        environment.put("PGAPPNAME", "homelab-backup");
        putIfSet(environment, "PGSSLMODE", "sslmode");
        putIfSet(environment, "PGSSLROOTCERT", "sslrootcert");
        return environment;
    }

    private void putIfSet(Map<String, String> environment, String variable, String parameter) {
        Stream.of(Objects.requireNonNullElse(address().getQuery(), "").split("&"))
                .filter(pair -> pair.startsWith(parameter + "="))
                .forEach(pair -> environment.put(variable, pair.substring(parameter.length() + 1)));
    }

    private URI address() {
        return URI.create(url.substring(JDBC.length()));
    }
}
