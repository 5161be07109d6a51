package dev.homelab.streambot.api;

import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.ConnectionsOverview;
import dev.homelab.common.contract.PlatformHealth;
import dev.homelab.streambot.connection.ConnectionListing;
import dev.homelab.streambot.connection.ConnectionState;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConnectionsController implements ConnectionsApi {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_TEXT = 200;

    private final Overview overview;
    private final ConnectionListing listing;
    private final Platforms platforms;
    private final CircuitBreakerRegistry breakers;
    private final HandOut handOut;
    private final Callers callers;

    ConnectionsController(
            Overview overview,
            ConnectionListing listing,
            Platforms platforms,
            CircuitBreakerRegistry breakers,
            HandOut handOut,
            Callers callers) {
        this.overview = overview;
        this.listing = listing;
        this.platforms = platforms;
        this.breakers = breakers;
        this.handOut = handOut;
        this.callers = callers;
    }

    @Override
    public ConnectionsOverview overview() {
        return overview.get();
    }

    @Override
    public ConnectionPage search(
            @Nullable UUID streamer,
            @Nullable String platform,
            @Nullable List<String> state,
            @Nullable String text,
            boolean ending,
            @Nullable String sort,
            int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw new BadRequest("The page is between 0 and " + LAST_PAGE + ".");
        }
        var wanted = new ConnectionListing.Wanted(streamer, platform(platform), states(state), text(text), ending);
        List<ConnectionListing.Line> lines = listing.find(wanted, order(sort), PAGE + 1, page * PAGE);
        return new ConnectionPage(
                lines.stream().limit(PAGE).map(ConnectionsController::line).toList(), page, lines.size() > PAGE);
    }

    private @Nullable String platform(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return platforms
                .find(id)
                .map(Platform::id)
                .orElseThrow(() -> new BadRequest("A platform is one of "
                        + platforms.all().stream().map(Platform::id).toList() + "."));
    }

    private static Set<ConnectionState> states(@Nullable List<String> names) {
        try {
            return names == null
                    ? Set.of()
                    : names.stream().map(ConnectionState::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest("A state is one of " + List.of(ConnectionState.values()) + ".");
        }
    }

    private static ConnectionListing.Order order(@Nullable String name) {
        try {
            return name == null || name.isBlank()
                    ? ConnectionListing.Order.LINKED
                    : ConnectionListing.Order.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest("Links are sorted by one of " + List.of(ConnectionListing.Order.values()) + ".");
        }
    }

    private static @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest("The text has at most " + LONGEST_TEXT + " characters, and no control characters.");
        }
        return text.strip();
    }

    @Override
    public ConnectionPage.Line connection(UUID id) {
        return listing.find(id)
                .map(ConnectionsController::line)
                .orElseThrow(() -> new NoToken(new NoToken.Why.Unknown()));
    }

    @Override
    public ConnectionPage.Line refresh(UUID id) {
        handOut.renew(id, callers.current());
        return connection(id);
    }

    @Override
    public List<PlatformHealth> platforms() {
        List<ConnectionListing.PlatformLine> lines = listing.platforms();
        return platforms.all().stream()
                .map(platform -> lines.stream()
                        .filter(line -> line.platform().equals(platform.id()))
                        .findFirst()
                        .map(line -> health(platform, line))
                        .orElseGet(() -> health(
                                platform, new ConnectionListing.PlatformLine(platform.id(), 0, 0, 0, 0, 0, null))))
                .toList();
    }

    private PlatformHealth health(Platform platform, ConnectionListing.PlatformLine line) {
        return new PlatformHealth(
                platform.id(),
                platform.title(),
                platform.settings().enabled(),
                platform.signIn(),
                line.pausedUntil(),
                breakers.circuitBreaker(platform.id()).getState().name(),
                line.overdueSeconds(),
                line.live(),
                line.retrying(),
                line.broken(),
                line.ending());
    }

    private static ConnectionPage.Line line(ConnectionListing.Line line) {
        return new ConnectionPage.Line(
                line.id(),
                line.streamerId(),
                line.streamer(),
                line.platform(),
                line.accountId(),
                line.account(),
                line.state().name(),
                line.reason(),
                line.scopes(),
                line.linkedAt(),
                line.grantedAt(),
                line.refreshedAt(),
                line.expiresAt(),
                line.state() == ConnectionState.BROKEN ? null : line.refreshDue(),
                line.grantEnds(),
                line.failures());
    }
}
