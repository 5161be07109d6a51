package dev.homelab.dashboard.check;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says in an operator's words why something failed; what it does not know it quotes from the innermost cause. */
final class Reason {

    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Throwable failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .toList();
        return causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> quoted(causes.getLast()));
    }

    private static List<String> known(Throwable cause) {
        return switch (cause) {
            case ConnectException _ -> List.of("nothing listens at its address.");
            case UnknownHostException e -> List.of("the host name " + e.getMessage() + " is unknown.");
            case SocketTimeoutException _, HttpTimeoutException _ -> List.of("it took too long.");
            default -> List.of();
        };
    }

    private static String quoted(Throwable cause) {
        String message = cause.getMessage();
        String text = message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
