package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.outbox.Outbox;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends grants at their platforms, written down with what ended them here, and tried for days. */
@Component
class Revocations {

    static final TaskDescriptor<Revocation> TASK = TaskDescriptor.of("revoke", Revocation.class);

    private static final String LINKED_AGAIN = "linked-again";

    private final Connections connections;
    private final Outbox outbox;
    private final TokenCipher cipher;
    private final Platforms platforms;
    private final AuditLog audit;
    private final Clock clock;

    Revocations(
            Connections connections,
            Outbox outbox,
            TokenCipher cipher,
            Platforms platforms,
            AuditLog audit,
            Clock clock) {
        this.connections = connections;
        this.outbox = outbox;
        this.cipher = cipher;
        this.platforms = platforms;
        this.audit = audit;
        this.clock = clock;
    }

    /** As soon as the transaction has committed. */
    void soon(Connection ended, String token) {
        byte[] sealed = cipher.encrypt(token, Revocation.place(ended.platform(), ended.id()));
        Revocation revocation =
                new Revocation(ended.platform(), ended.accountId(), ended.id(), ended.streamerId(), sealed);
        outbox.soon(TASK, UUID.randomUUID().toString(), revocation);
    }

    /**
     * Leaves an account alone that is linked again: some platforms end all its grants with one of them.
     *
     * @throws org.springframework.web.client.RestClientException when the platform did not do it
     */
    void run(Revocation revocation) {
        String account = revocation.account();
        if (account != null
                && connections
                        .findByPlatformAndAccountId(revocation.platform(), account)
                        .isPresent()) {
            note(revocation, LINKED_AGAIN);
            return;
        }
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
}
