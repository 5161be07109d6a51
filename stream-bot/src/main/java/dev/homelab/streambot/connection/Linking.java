package dev.homelab.streambot.connection;

import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.encryption.Undecipherable;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a streamer does with their links. */
@Component
public class Linking {

    private static final Logger log = LoggerFactory.getLogger(Linking.class);

    private final Connections connections;
    private final Connecting connecting;
    private final TokenVault vault;
    private final Platforms platforms;
    private final Revocations revocations;
    private final LinkSettings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Linking(
            Connections connections,
            Connecting connecting,
            TokenVault vault,
            Platforms platforms,
            Revocations revocations,
            LinkSettings settings,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = connections;
        this.connecting = connecting;
        this.vault = vault;
        this.platforms = platforms;
        this.revocations = revocations;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Signs in whoever the account belongs to, or somebody new. */
    public Streamer signIn(String platform, PlatformAccount account, Tokens tokens) {
        UUID streamer = connect(null, null, platform, account, tokens)
                .orElseThrow(() -> new IllegalStateException("nobody may sign in with " + platform));
        return new Streamer(streamer, account.name());
    }

    /**
     * Links the account to the streamer.
     *
     * @param again the link that is to be linked again; null for a new one
     * @throws LinkRefused when it is somebody else's, not the one of that link, or one too many
     */
    public void link(Streamer streamer, @Nullable UUID again, String platform, PlatformAccount account, Tokens tokens) {
        try {
            if (connect(streamer.id(), again, platform, account, tokens).isEmpty()) {
                throw new LinkRefused(why(streamer, platform, account));
            }
        } catch (DataIntegrityViolationException refused) {
            throw new LinkRefused(
                    refused instanceof DuplicateKeyException
                                    || String.valueOf(refused.getMessage()).contains("connection_slot")
                            ? LinkRefused.Reason.ONE_PER_PLATFORM
                            : LinkRefused.Reason.STREAMER_GONE);
        }
    }

    private LinkRefused.Reason why(Streamer streamer, String platform, PlatformAccount account) {
        return connections
                .findByPlatformAndAccountId(platform, account.id())
                .filter(linked -> !linked.streamerId().equals(streamer.id()))
                .map(linked -> LinkRefused.Reason.LINKED_ELSEWHERE)
                .orElse(LinkRefused.Reason.ANOTHER_ACCOUNT);
    }

    private Optional<UUID> connect(
            @Nullable UUID linkingTo, @Nullable UUID again, String platform, PlatformAccount account, Tokens tokens) {
        Instant now = clock.instant();
        Optional<UUID> streamer = connect(
                new Connecting.Wanted(
                        linkingTo,
                        again,
                        platform,
                        account,
                        settings.slot(account.id()),
                        vault.seal(tokens, platform, account),
                        RefreshSchedule.first(tokens),
                        platforms
                                .named(platform)
                                .validationInterval()
                                .map(now::plus)
                                .orElse(null)),
                now);
        streamer.ifPresent(theirs -> events.publishEvent(new LinksChanged()));
        return streamer;
    }

    /** Two that come with one account at the same instant may meet in the index of slots first; the later one finds the row then. */
    private Optional<UUID> connect(Connecting.Wanted wanted, Instant now) {
        try {
            return connecting.connect(wanted, now);
        } catch (DuplicateKeyException raced) {
            return connecting.connect(wanted, now);
        }
    }

    public List<Connection> of(Streamer streamer) {
        return connections.findByStreamerIdOrderByLinkedAt(streamer.id());
    }

    /** The tokens of the streamer's newest link to the platform. */
    public Optional<Tokens> tokens(UUID streamer, String platform) {
        return connections
                .findFirstByStreamerIdAndPlatformOrderByLinkedAtDesc(streamer, platform)
                .map(vault::open);
    }

    /** When the streamer came first. */
    public Instant since(Streamer streamer) {
        return connections.since(streamer.id()).orElseGet(clock::instant);
    }

    /** Notes in which language the streamer reads. */
    public void speaks(Streamer streamer, Locale language) {
        connections.speaks(streamer.id(), language.getLanguage());
    }

    /** What came of a wish to remove a link. */
    public enum Unlinked {
        DONE,
        /** It stays: without it the streamer could not sign in again. */
        LAST_WAY_IN,
        /** The streamer has no such link. */
        UNKNOWN
    }

    /** Removes a link and ends it at its platform, as long as there is another that one can sign in with. */
    @Transactional
    public Unlinked unlink(Streamer streamer, UUID connection, Origin origin) {
        connections.lock(streamer.id());
        List<Linked> all = connections.linked(streamer.id());
        if (all.stream().noneMatch(link -> link.id().equals(connection))) {
            return Unlinked.UNKNOWN;
        }
        if (all.stream().noneMatch(link -> !link.id().equals(connection) && isWayIn(link))) {
            return Unlinked.LAST_WAY_IN;
        }
        connections.remove(connection, streamer.id()).ifPresent(link -> {
            revoke(link);
            note(Action.UNLINK, link.platform(), streamer, connection, origin);
            events.publishEvent(new LinksChanged());
        });
        return Unlinked.DONE;
    }

    private boolean isWayIn(Linked link) {
        return platforms.findEnabled(link.platform()).filter(Platform::signIn).isPresent();
    }

    /** Removes all links of a streamer, and the streamer; their lines in the audit stay, and nobody can tell whose. */
    @Transactional
    public void unlinkAll(Streamer streamer) {
        connections.lock(streamer.id());
        connections.removeAll(streamer.id()).forEach(this::revoke);
        forgetWithoutLinks(streamer);
        events.publishEvent(new LinksChanged());
    }

    private void forgetWithoutLinks(Streamer streamer) {
        if (connections.forget(streamer.id()) == 1) {
            note(Action.DELETE_ACCOUNT, null, streamer, null, Origin.NOBODY);
            audit.forgetOrigins(streamer.id());
            events.publishEvent(new StreamerGone(streamer.id()));
        }
    }

    private void note(
            Action action, @Nullable String platform, Streamer streamer, @Nullable UUID connection, Origin origin) {
        audit.note(new AuditEntry(
                clock.instant(), action, AuditEntry.DONE, platform, streamer.id(), connection, origin, ""));
    }

    /** A token that no key opens cannot be ended at its platform; its owner can do that there. */
    private void revoke(Connection removed) {
        try {
            revocations.soon(removed, vault.refreshToken(removed).orElseGet(() -> vault.accessToken(removed)));
        } catch (Undecipherable keyIsGone) {
            log.atWarn()
                    .addKeyValue("platform", removed.platform())
                    .addKeyValue("connection", removed.id())
                    .log("A grant cannot be ended at its platform: {}", keyIsGone.getMessage());
        }
    }

    /** Ends tokens that arrived after their link was removed. */
    void revoke(Connection removed, String token) {
        revocations.soon(removed, token);
    }
}
