package dev.homelab.streambot.connection;

import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links that are dead or end soon, and whom to tell. */
@Component
public class Endings {

    /** How long before its end a streamer is told of it. */
    public static final Duration AHEAD = ConnectionPage.ENDS_SOON;

    private static final int BATCH = 200;
    private static final String DISCORD = "discord";

    private final Connections connections;
    private final Platforms platforms;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Endings(
            Connections connections,
            Platforms platforms,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.connections = connections;
        this.platforms = platforms;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Publishes a {@link LinkEnds} for each link that ends soon and whose streamer does not know. */
    public void announce() {
        platforms.enabled().forEach(this::announce);
    }

    private void announce(Platform platform) {
        int announced;
        do {
            announced = transactions.execute(status -> announceSome(platform));
        } while (announced == BATCH);
    }

    private int announceSome(Platform platform) {
        Instant now = clock.instant();
        Optional<Duration> unused = platform.unusedLife();
        List<Connection> ending = connections.remind(
                platform.id(),
                now,
                now.plus(AHEAD),
                unused.map(Duration::toSeconds).orElse(null),
                BATCH);
        ending.forEach(link -> events.publishEvent(new LinkEnds(
                link.id(),
                link.streamerId(),
                link.platform(),
                link.accountName(),
                link.grantedAt(),
                link.knownEnd(unused).orElse(now))));
        return ending.size();
    }

    /** Whether a link is still as dead as somebody is to be told. */
    public boolean isDead(UUID connection) {
        return connections
                .findById(connection)
                .filter(link -> link.death() != null)
                .isPresent();
    }

    /** Whether a link lives on the grant that somebody is to be told the end of. */
    public boolean isOfGrant(UUID connection, Instant grantedAt) {
        return connections
                .findById(connection)
                .filter(link -> link.death() == null && link.grantedAt().equals(grantedAt))
                .isPresent();
    }

    /** The streamer's account at Discord, if they have linked one. */
    public Optional<String> discordOf(UUID streamer) {
        return connections
                .findFirstByStreamerIdAndPlatformOrderByLinkedAtDesc(streamer, DISCORD)
                .map(Connection::accountId);
    }

    /** The language tag in which a streamer reads, if it is known. */
    public Optional<String> languageOf(UUID streamer) {
        return connections.language(streamer);
    }
}
