package dev.homelab.streambot.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links whose token is to be validated at its platform. */
@Component
public class Validations {

    private static final double EARLIEST = 0.9;

    private final Connections connections;
    private final TokenVault vault;
    private final Clock clock;

    Validations(Connections connections, TokenVault vault, Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.clock = clock;
    }

    /** Takes links that are due, and moves each on by up to the interval, so that they stay spread out. */
    public List<Connection> take(String platform, Duration interval, int limit) {
        Instant now = clock.instant();
        return connections.takeForValidation(
                platform, now, EARLIEST * interval.toSeconds(), (1 - EARLIEST) * interval.toSeconds(), limit);
    }

    public String accessToken(Connection taken) {
        return vault.accessToken(taken);
    }

    /** Its token is renewed at once. */
    public void invalid(Connection taken) {
        connections.hurry(taken.id(), taken.version(), clock.instant());
    }

    public void again(Connection taken, Duration later) {
        connections.validate(taken.id(), clock.instant().plus(later));
    }
}
