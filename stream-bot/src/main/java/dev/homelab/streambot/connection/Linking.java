package dev.homelab.streambot.connection;

import dev.homelab.streambot.platform.PlatformAccount;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What a streamer does with their links. */
@Component
public class Linking {

    private static final Logger log = LoggerFactory.getLogger(Linking.class);

    private final Connections connections;
    private final TokenVault vault;
    private final Platforms platforms;
    private final Clock clock;

    Linking(Connections connections, TokenVault vault, Platforms platforms, Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** Signs in whoever the account belongs to, or somebody new. */
    public Streamer signIn(String platform, PlatformAccount account, Tokens tokens) {
        Connection linked = connect(null, platform, account, tokens)
                .orElseThrow(() -> new IllegalStateException("nobody may sign in with " + platform));
        return new Streamer(linked.streamerId(), account.name());
    }

    /** Links the account to the streamer; {@link LinkedElsewhere} when it is somebody else's. */
    public void link(Streamer streamer, String platform, PlatformAccount account, Tokens tokens) {
        if (connect(streamer.id(), platform, account, tokens).isEmpty()) {
            throw new LinkedElsewhere(platforms.named(platform).title());
        }
    }

    private Optional<Connection> connect(
            @Nullable UUID linkingTo, String platform, PlatformAccount account, Tokens tokens) {
        return connections.connect(
                UUID.randomUUID(),
                UUID.randomUUID(),
                linkingTo,
                platform,
                account.id(),
                account.name(),
                vault.seal(tokens, platform, account),
                RefreshSchedule.due(tokens),
                clock.instant());
    }

    public List<Connection> of(Streamer streamer) {
        return connections.findByStreamerIdOrderByLinkedAt(streamer.id());
    }

    public Optional<Connection> find(Streamer streamer, UUID connection) {
        return connections.findByIdAndStreamerId(connection, streamer.id());
    }

    /** The tokens of the streamer's newest link to the platform. */
    public Optional<Tokens> tokens(UUID streamer, String platform) {
        return connections
                .findFirstByStreamerIdAndPlatformOrderByLinkedAtDesc(streamer, platform)
                .map(vault::open);
    }

    /** Removes a link and ends it at its platform; false when the streamer has no such link. */
    public boolean unlink(Streamer streamer, UUID connection) {
        Optional<Connection> removed = connections.remove(connection, streamer.id());
        removed.ifPresent(this::revoke);
        removed.ifPresent(link -> connections.forget(streamer.id()));
        return removed.isPresent();
    }

    private void revoke(Connection removed) {
        String token = vault.refreshToken(removed).orElseGet(() -> vault.accessToken(removed));
        revoke(removed, token);
    }

    /** Tries once; a platform that is away keeps a grant that nobody here knows of any more. */
    void revoke(Connection removed, String token) {
        try {
            platforms.named(removed.platform()).revoke(token);
        } catch (RestClientException unreachable) {
            log.atWarn()
                    .addKeyValue("platform", removed.platform())
                    .addKeyValue("connection", removed.id())
                    .log(
                            "The platform could not be told that a link has ended: {}",
                            unreachable.getClass().getSimpleName());
        }
    }
}
