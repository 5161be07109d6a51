package dev.homelab.dashboard.check.probe;

import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.check.Finding;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** Signs in on a connection of its own each time, as a full pool is no sign of a PostgreSQL that is down. */
public final class PostgresSignIn {

    private PostgresSignIn() {}

    public static Finding ask(String url, String user, Secret password, Duration atMost) throws SQLException {
        String seconds = String.valueOf(Math.max(1, atMost.toSeconds()));
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password.reveal());
        settings.setProperty("connectTimeout", seconds);
        settings.setProperty("loginTimeout", seconds);
        settings.setProperty("socketTimeout", seconds);
        settings.setProperty("ApplicationName", "homelab-check");
        try (Connection connection = DriverManager.getConnection(url, settings);
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SHOW server_version")) {
            version.next();
            return Finding.up("postgresql.up", version.getString(1));
        }
    }
}
