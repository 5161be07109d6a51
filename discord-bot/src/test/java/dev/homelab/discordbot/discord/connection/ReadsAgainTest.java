package dev.homelab.discordbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers each connection once and lets it look as if it were kept. */
class ReadsAgainTest {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger heard = new AtomicInteger();
    private final Queue<Socket> kept = new ConcurrentLinkedQueue<>();
    private final ConnectionPool pool = new ConnectionPool();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectionPool(pool)
            .addInterceptor(new ReadsAgain(pool))
            .build();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::answerEachOnce);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        hangUp();
    }

    private void answerEachOnce() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                kept.add(caller);
                if (caller.getInputStream().read(new byte[1024]) > 0) {
                    heard.incrementAndGet();
                    caller.getOutputStream().write(ANSWER);
                }
            } catch (IOException closed) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    private void hangUp() throws IOException {
        for (Socket each = kept.poll(); each != null; each = kept.poll()) {
            each.close();
        }
    }

    private int ask(Request.Builder request) throws IOException {
        try (Response answer = client.newCall(request.url("http://127.0.0.1:" + server.getLocalPort() + "/api/v10/x")
                        .build())
                .execute()) {
            answer.body().bytes();
            return answer.code();
        }
    }

    @Test
    void readsOverANewConnectionWhatAKeptOneDidNotAnswer() throws IOException {
        ask(new Request.Builder().get());
        hangUp();

        assertThat(ask(new Request.Builder().get())).isEqualTo(200);
        assertThat(heard).hasValue(2);
    }

    @Test
    void repeatsNothingThatMayHaveBeenDone() throws IOException {
        ask(new Request.Builder().get());
        hangUp();

        var change = new Request.Builder().patch(RequestBody.create("{}", MediaType.get("application/json")));
        assertThatThrownBy(() -> ask(change)).isInstanceOf(IOException.class);
        assertThat(heard).hasValue(1);
    }
}
