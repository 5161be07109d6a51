package dev.homelab.streambot.api;

import dev.homelab.common.contract.TokenWish;
import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.refresh.FreshTokens;
import dev.homelab.streambot.refresh.FreshTokens.Handed;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fresh tokens for services, each answer with a line in the audit. */
@Component
class HandOut {

    private final FreshTokens tokens;
    private final Claims links;
    private final Platforms platforms;
    private final AuditLog audit;
    private final Clock clock;

    HandOut(FreshTokens tokens, Claims links, Platforms platforms, AuditLog audit, Clock clock) {
        this.tokens = tokens;
        this.links = links;
        this.platforms = platforms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param name as in {@code homelab.internal.callers}
     */
    record Caller(String name, Origin origin) {}

    /** @throws NoToken when there is none */
    Handed.Token token(TokenWish wish, Caller caller) {
        Optional<Connection> link =
                links.find(wish.connection()).filter(found -> found.streamerId().equals(wish.streamer()));
        return noted(Action.HAND_OUT, wish.connection(), link.orElse(null), caller, () -> {
            Connection known = link.orElseThrow(HandOut::unknown);
            Set<String> wanted = wanted(wish, known.platform());
            refuseUseless(known, wanted);
            Handed.Token token = token(tokens.of(wish.connection()));
            refuseUseless(token.of(), wanted);
            return token;
        });
    }

    /** @throws NoToken when it cannot be */
    void renew(UUID connection, Caller caller) {
        Optional<Connection> link = links.find(connection);
        noted(Action.REFRESH_NOW, connection, link.orElse(null), caller, () -> token(tokens.renewed(connection)));
    }

    private interface Answer {
        Handed.Token get();
    }

    private Handed.Token noted(Action action, UUID asked, @Nullable Connection link, Caller caller, Answer answer) {
        String outcome = "failed";
        try {
            Handed.Token token = answer.get();
            outcome = AuditEntry.DONE;
            return token;
        } catch (NoToken none) {
            outcome = none.why().code();
            throw none;
        } finally {
            audit.note(new AuditEntry(
                    clock.instant(),
                    action,
                    outcome,
                    link == null ? null : link.platform(),
                    link == null ? null : link.streamerId(),
                    asked,
                    caller.origin(),
                    "for " + caller.name()));
        }
    }

    private static NoToken unknown() {
        return new NoToken(new NoToken.Why.Unknown());
    }

    private static Handed.Token token(Handed handed) {
        return switch (handed) {
            case Handed.Token token -> token;
            case Handed.Unknown unknown -> throw unknown();
            case Handed.Dead dead -> throw new NoToken(new NoToken.Why.Dead(dead.reason()));
            case Handed.NotNow later -> throw new NoToken(new NoToken.Why.NotNow(later.again()));
        };
    }

    private Set<String> wanted(TokenWish wish, String platform) {
        Set<String> wanted = new HashSet<>(wish.scopes());
        String key = wish.feature();
        if (key != null) {
            wanted.addAll(platforms.named(platform).settings().features().stream()
                    .filter(feature -> feature.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("There is no such feature at this platform."))
                    .scopes());
        }
        return wanted;
    }

    /** No token is renewed for somebody whom it would be of no use. */
    private static void refuseUseless(Connection link, Set<String> wanted) {
        Death death = link.death();
        if (death != null) {
            throw new NoToken(new NoToken.Why.Dead(death));
        }
        SortedSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(Set.of(link.scopes().split(" ", -1)));
        if (!link.scopes().isBlank() && !missing.isEmpty()) {
            throw new NoToken(new NoToken.Why.Lacking(missing));
        }
    }
}
