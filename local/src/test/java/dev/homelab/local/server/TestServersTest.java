package dev.homelab.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestServersTest {

    @Test
    void handsOutDatabasesThatShareAServerAndNothingElse() throws SQLException {
        String first = TestServers.freshDatabase();
        String second = TestServers.freshDatabase();
        try (Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE only_here (id int)");
        }

        assertThat(first).isNotEqualTo(second);
        try (Connection connection = connect(second);
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getInt(1)).isZero();
        }
    }

    @Test
    void reachesRedis() throws IOException {
        ServerAddress redis = TestServers.redis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(redis.host(), redis.port()));
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("+PONG".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void reachesAnS3ThatRefusesForgedSignatures() throws IOException, InterruptedException {
        HttpRequest forged = HttpRequest.newBuilder(URI.create(TestServers.s3().http() + "/a-bucket/an-object"))
                .header("x-amz-date", "Mon, 23 Nov 2026 08:00:00 GMT")
                .header("Authorization", "AWS " + TestServers.s3().user() + ":Zm9yZ2Vk")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(forged, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                database, TestServers.postgres().user(), TestServers.postgres().password());
    }
}
