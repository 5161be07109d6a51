package dev.homelab.common.startup;

import java.sql.SQLException;
import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What PostgreSQL says when a service cannot even begin: unreachable, wrong password, database missing. */
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> implements Ordered {

    private final String prefix;

    DatabaseAnalyzer(Environment environment) {
        this.prefix = environment
                .getProperty("spring.application.name", "spring-datasource")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
    }

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return new FailureAnalysis(
                "the database cannot be used: " + FirstLine.of(reason(cause)),
                "check that PostgreSQL runs, and %1$s_DB_URL, %1$s_DB_USER and %1$s_DB_PASSWORD".formatted(prefix),
                cause);
    }

    /** The pool says only that it has no connection; why is what the driver said. */
    private static SQLException reason(SQLException cause) {
        return cause.getCause() instanceof SQLException deeper ? reason(deeper) : cause;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
