package dev.homelab.common.startup;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Boot's own report takes eleven lines; {@code homelab-defaults.yml} switches it off. */
class OneSentenceReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger("dev.homelab.start");

    @Override
    public void report(FailureAnalysis analysis) {
        String wayOut = Objects.requireNonNullElse(analysis.getAction(), "see the log above");
        log.error("Cannot start: {}; {}.", FirstLine.of(analysis.getDescription()), FirstLine.of(wayOut));
    }
}
