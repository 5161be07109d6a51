package dev.homelab.dashboard.check;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresCheck implements Check {

    private final JdbcClient jdbc;

    PostgresCheck(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Part part() {
        return Part.POSTGRESQL;
    }

    @Override
    public Finding run() {
        try {
            String version = jdbc.sql("SHOW server_version").query(String.class).single();
            return Finding.up(part(), "Answers, version " + version + ".");
        } catch (RuntimeException e) {
            return Finding.down(part(), "Does not answer: " + Reason.of(e));
        }
    }
}
