package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends grants at their platforms, written down with what ended them here, and tried for days. */
@Component
class Revocations {

    static final TaskDescriptor<Revocation> TASK = TaskDescriptor.of("revoke", Revocation.class);

    private final Scheduler scheduler;
    private final TokenCipher cipher;
    private final Platforms platforms;
    private final AuditLog audit;
    private final Clock clock;

    /** The scheduler is made of the tasks, and the task of this. */
    Revocations(@Lazy Scheduler scheduler, TokenCipher cipher, Platforms platforms, AuditLog audit, Clock clock) {
        this.scheduler = scheduler;
        this.cipher = cipher;
        this.platforms = platforms;
        this.audit = audit;
        this.clock = clock;
    }

    /** As soon as the transaction has committed. */
    void soon(Connection ended, String token) {
        Revocation place = new Revocation(ended.platform(), ended.id(), ended.streamerId(), new byte[0]);
        Revocation revocation =
                new Revocation(ended.platform(), ended.id(), ended.streamerId(), cipher.encrypt(token, place.place()));
        scheduler.scheduleIfNotExists(
                TASK.instance(UUID.randomUUID().toString()).data(revocation).scheduledTo(clock.instant()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new LookAfterCommit());
        }
    }

    /** @throws org.springframework.web.client.RestClientException when the platform did not do it */
    void run(Revocation revocation) {
        platforms.named(revocation.platform()).revoke(cipher.decrypt(revocation.token(), revocation.place()));
        note(revocation, AuditEntry.DONE);
    }

    void givenUp(Revocation revocation) {
        note(revocation, "given-up");
    }

    private void note(Revocation revocation, String outcome) {
        audit.note(new AuditEntry(
                clock.instant(),
                Action.REVOKE,
                outcome,
                revocation.platform(),
                revocation.streamer(),
                revocation.connection(),
                Origin.NOBODY,
                ""));
    }

    /** The scheduler's own immediate look comes before the commit, and finds nothing. */
    private final class LookAfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
