package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.homelab.streambot.outbox.ForAWeek;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationTasks {

    private static final Logger log = LoggerFactory.getLogger(RevocationTasks.class);

    @Bean
    Task<Revocation> revokeGrants(Revocations revocations) {
        return Tasks.oneTime(Revocations.TASK)
                .onFailure(new Patience(revocations))
                .execute((instance, context) -> revocations.run(instance.getData()));
    }

    private static final class Patience extends ForAWeek<Revocation> {

        private final Revocations revocations;

        Patience(Revocations revocations) {
            this.revocations = revocations;
        }

        @Override
        protected void failed(Revocation revocation, int attempt, String cause) {
            log.atWarn()
                    .addKeyValue("platform", revocation.platform())
                    .addKeyValue("connection", revocation.connection())
                    .addKeyValue("attempt", attempt)
                    .log("The platform could not be told that a link has ended: {}", cause);
        }

        @Override
        protected void givenUp(Revocation revocation) {
            revocations.givenUp(revocation);
        }
    }

    /** The scheduler goes by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
