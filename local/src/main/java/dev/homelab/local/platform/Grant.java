package dev.homelab.local.platform;

import java.time.Instant;
import java.util.List;

/** What an account has allowed a client, once. */
final class Grant {

    private final int number;
    private final Account account;
    private final List<String> scopes;
    private final Instant since;
    private boolean ended;

    Grant(int number, Account account, List<String> scopes, Instant since) {
        this.number = number;
        this.account = account;
        this.scopes = List.copyOf(scopes);
        this.since = since;
    }

    int number() {
        return number;
    }

    Account account() {
        return account;
    }

    List<String> scopes() {
        return scopes;
    }

    Instant since() {
        return since;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }
}
