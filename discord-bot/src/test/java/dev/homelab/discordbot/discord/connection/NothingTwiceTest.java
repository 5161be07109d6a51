package dev.homelab.discordbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that hears a request, does what it wants, and hangs up. */
class NothingTwiceTest {

    private final AtomicInteger heard = new AtomicInteger();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .addInterceptor(new NothingTwice())
            .build();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::hangUpOnEverybody);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void hangUpOnEverybody() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                if (caller.getInputStream().read(new byte[1024]) > 0) {
                    heard.incrementAndGet();
                }
            } catch (IOException closed) {
                assertThat(server.isClosed()).isTrue();
            }
        }
    }

    @Test
    void leavesToRepairWhatAHungUpConnectionMayHaveMade() throws IOException {
        try (Response answer =
                client.newCall(post("/api/v10/channels/1/threads")).execute()) {
            assertThat(answer.code()).isEqualTo(500);
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void hidesNoOtherFailure() {
        assertThatThrownBy(() -> client.newCall(post("/api/v10/interactions/1/x/callback"))
                        .execute())
                .isInstanceOf(IOException.class);
    }

    private Request post(String path) {
        return new Request.Builder()
                .url("http://127.0.0.1:" + server.getLocalPort() + path)
                .post(RequestBody.create("{}", MediaType.get("application/json")))
                .build();
    }
}
