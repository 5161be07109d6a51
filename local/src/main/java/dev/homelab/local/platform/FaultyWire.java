package dev.homelab.local.platform;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import tools.jackson.databind.node.ObjectNode;

/** Carries answers to clients, and does to them what a fault asks for. */
final class FaultyWire {

    private static final int OVERSIZE_BYTES = 50_000_000;
    private static final String METADATA_ADDRESS = "http://169.254.169.254/latest/meta-data/";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Clock clock;

    FaultyWire(Clock clock) {
        this.clock = clock;
    }

    /** Ends every hanging and dripping answer. */
    void close() {
        closed.countDown();
    }

    void send(Context context, Answer answer) {
        answer.headers().forEach(context::header);
        context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    void send(Context context, Platform platform, Fault fault, Supplier<Answer> genuine) {
        switch (fault.kind()) {
            case HANG -> hang(context, fault.amount());
            case DRIP -> drip(context, genuine.get());
            case RESET -> reset(context);
            case OVERSIZE -> oversize(context);
            case ANSWER_LOST -> {
                var _ = genuine.get();
                send(context, failure(500));
            }
            case REDIRECT -> send(context, Answer.redirect(302, METADATA_ADDRESS));
            case HTML -> send(context, Html.error(200, "Just a moment…", "Checking your browser."));
            case TOO_MANY_REQUESTS -> send(context, retryAfter(429, String.valueOf(fault.amount())));
            case UNAVAILABLE -> send(context, retryAfter(503, String.valueOf(fault.amount())));
            case TOO_MANY_REQUESTS_DATE -> send(context, retryAfter(429, date(fault.amount())));
            case UNAVAILABLE_DATE -> send(context, retryAfter(503, date(fault.amount())));
            case UNAUTHORIZED_CLIENT -> send(context, Answer.json(400, "error", "unauthorized_client"));
            case INVALID_CLIENT -> send(context, genuine.get());
            case DEAD_GRANT -> send(context, DeadGrant.FIRST.answer(platform));
            case DEAD_GRANT_SECOND -> send(context, DeadGrant.SECOND.answer(platform));
            case DEAD_GRANT_THIRD -> send(context, DeadGrant.THIRD.answer(platform));
            case SERVER_ERROR -> send(context, failure(500));
            case WRONG_CONTENT_TYPE -> send(context, genuine.get().withContentType("text/plain"));
            case BROKEN_JSON -> send(context, half(genuine.get()));
            case EXPIRES_IN_MISSING -> send(context, changed(genuine.get(), json -> json.remove("expires_in")));
            case EXPIRES_IN_NEGATIVE -> send(context, changed(genuine.get(), json -> json.put("expires_in", -1)));
            case EXPIRES_IN_TEXT -> send(context, changed(genuine.get(), json -> json.put("expires_in", "an hour")));
            case LOWER_CASE_BEARER -> send(context, changed(genuine.get(), json -> json.put("token_type", "bearer")));
        }
    }

    private static Answer failure(int status) {
        return Answer.json(status, Map.of("status", status, "message", "a fault that was asked for"));
    }

    private static Answer retryAfter(int status, String value) {
        return failure(status).withHeader("Retry-After", value);
    }

    private String date(int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
    }

    private static Answer half(Answer answer) {
        return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    }

    private static Answer changed(Answer answer, Consumer<ObjectNode> change) {
        if (!(Json.read(answer.body()) instanceof ObjectNode object)) {
            return answer;
        }
        change.accept(object);
        return answer.withBody(object.toString());
    }

    private void hang(Context context, int seconds) {
        pause(seconds);
        reset(context);
    }

    private void drip(Context context, Answer answer) {
        context.disableCompression();
        context.status(answer.status()).contentType(answer.contentType());
        try (var out = context.outputStream()) {
            for (byte one : answer.body().getBytes(StandardCharsets.UTF_8)) {
                if (pause(1)) {
                    break;
                }
                out.write(one);
                out.flush();
            }
        } catch (IOException gone) {
            reset(context);
        }
    }

    private static void oversize(Context context) {
        context.disableCompression();
        context.status(200).contentType("application/json");
        byte[] block = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        try (var out = context.outputStream()) {
            out.write("{\"padding\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < OVERSIZE_BYTES; sent += block.length) {
                out.write(block);
            }
            out.write("\"}".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            reset(context);
        }
    }

    /** Waits; true when the simulator was closed meanwhile. */
    private boolean pause(int seconds) {
        try {
            return closed.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void reset(Context context) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException alreadyClosed) {
                // Closed is what it was to become.
                return;
            }
        }
        endPoint.close();
    }
}
