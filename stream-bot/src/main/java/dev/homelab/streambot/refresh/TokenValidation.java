package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Validations;
import dev.homelab.streambot.encryption.Undecipherable;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClientException;

/** Asks platforms that want it whether tokens are still good, each link in its own hour; a bad one is renewed. */
@Component
class TokenValidation {

    private static final Logger log = LoggerFactory.getLogger(TokenValidation.class);
    private static final int AT_ONCE = 10;
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

    private final Validations validations;
    private final Platforms platforms;
    private final MeterRegistry meters;

    TokenValidation(Validations validations, Platforms platforms, MeterRegistry meters) {
        this.validations = validations;
        this.platforms = platforms;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${homelab.refresh.poll:1s}")
    void run() {
        platforms.enabled().stream()
                .filter(platform -> platform.validationInterval().isPresent())
                .forEach(this::run);
    }

    private void run(Platform platform) {
        Duration interval = platform.validationInterval().orElseThrow();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            validations
                    .take(platform.id(), interval, AT_ONCE)
                    .forEach(due -> workers.execute(() -> validate(platform, due)));
        } catch (DataAccessException | TransactionException away) {
            log.debug("Nothing is validated while the database is away");
        }
    }

    private void validate(Platform platform, Connection due) {
        String outcome = "valid";
        try {
            if (!platform.validate(validations.accessToken(due))) {
                outcome = "invalid";
                validations.invalid(due);
                log.atInfo()
                        .addKeyValue("platform", platform.id())
                        .addKeyValue("connection", due.id())
                        .log("A token is not valid any more and is renewed");
            }
        } catch (RestClientException trouble) {
            outcome = "unanswered";
            validations.again(due, AFTER_TROUBLE);
        } catch (Undecipherable unreadable) {
            outcome = "unreadable";
            if (unreadable.isKeyMissing()) {
                validations.again(due, AFTER_TROUBLE);
            } else {
                validations.invalid(due);
            }
        }
        meters.counter("homelab.token.validation", "platform", platform.id(), "outcome", outcome)
                .increment();
    }
}
