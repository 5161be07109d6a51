package dev.homelab.common.startup;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** What PostgreSQL says when a service cannot even begin: unreachable, wrong password, database missing. */
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return new FailureAnalysis(
                "the database cannot be used: " + FirstLine.of(cause),
                "check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD,"
                        + " and that PostgreSQL is running",
                cause);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
