package dev.homelab.streambot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at the level of production, and not printed. */
public final class WholeLog implements AutoCloseable {

    private final List<Logger> loggers = List.of(logger(Logger.ROOT_LOGGER_NAME), logger("dev.homelab.streambot"));
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>() {
        // An event asks for its thread's context only when it is read.
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            super.append(event);
        }
    };

    public WholeLog() {
        kept.start();
        loggers.forEach(logger -> logger.addAppender(kept));
        logger("dev.homelab.streambot").setLevel(Level.INFO);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    public String text() {
        return List.copyOf(kept.list).stream()
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                        + event.getMDCPropertyMap() + " " + event.getThrowableProxy())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger("dev.homelab.streambot").setLevel(Level.OFF);
        loggers.forEach(logger -> logger.detachAppender(kept));
    }
}
