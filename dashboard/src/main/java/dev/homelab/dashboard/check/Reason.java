package dev.homelab.dashboard.check;

import dev.homelab.common.http.OversizedAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in an operator's words why something failed; what it does not know it quotes from the innermost cause. */
public final class Reason {

    static final String TOO_SLOW = "failed.slow";

    private static final int DEEPEST = 20;

    private Reason() {}

    public static Said of(Throwable failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        return causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> Said.of("failed.other", quoted(causes.getLast())));
    }

    private static Optional<Said> known(Throwable cause) {
        return switch (cause) {
            case SocketTimeoutException _, HttpTimeoutException _, InterruptedException _ ->
                Optional.of(Said.of(TOO_SLOW));
            case NoRouteToHostException _ -> Optional.of(Said.of("failed.no-route"));
            case ConnectException _ -> Optional.of(Said.of("failed.refused"));
            case UnknownHostException e -> Optional.of(Said.of("failed.unknown-host", quoted(e)));
            case OversizedAnswer _ -> Optional.of(Said.of("failed.too-large"));
            case SQLException e when quoted(e).contains("timed out") -> Optional.of(Said.of(TOO_SLOW));
            // dnsjava's own.
            case IOException e when quoted(e).startsWith("Timed out") -> Optional.of(Said.of(TOO_SLOW));
            case SSLException e -> Optional.of(Said.of("failed.tls", quoted(e)));
            default -> Optional.empty();
        };
    }

    private static String quoted(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }
}
