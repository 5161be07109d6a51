package dev.homelab.local.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an account has allowed a client, once. */
final class Grant {

    /** A grant as the state file keeps it. */
    record Saved(
            int number,
            Account account,
            List<String> scopes,
            Instant since,
            boolean ended,
            @Nullable Instant validated) {}

    private final int number;
    private final Account account;
    private final List<String> scopes;
    private final Instant since;
    private boolean ended;
    private @Nullable Instant validated;

    Grant(int number, Account account, List<String> scopes, Instant since) {
        this.number = number;
        this.account = account;
        this.scopes = List.copyOf(scopes);
        this.since = since;
    }

    static Grant of(Saved saved) {
        Grant grant = new Grant(saved.number(), saved.account(), saved.scopes(), saved.since());
        grant.ended = saved.ended();
        grant.validated = saved.validated();
        return grant;
    }

    Saved saved() {
        return new Saved(number, account, scopes, since, ended, validated);
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

    /** When the client last asked whether a token of it is valid, which Twitch wants hourly; null: never yet. */
    @Nullable
    Instant validated() {
        return validated;
    }

    void validatedAt(Instant now) {
        validated = now;
    }
}
