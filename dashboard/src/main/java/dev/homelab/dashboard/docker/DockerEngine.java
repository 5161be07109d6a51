package dev.homelab.dashboard.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Docker's HTTP API, the few reading calls of it, in the newest version that both sides know. */
@Component
class DockerEngine {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int OK = 200;
    private static final int FRAME_HEADER = 8;
    private static final String NEWEST_KNOWN = "1.47";

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final DockerSettings settings;
    private final JsonMapper json;
    private volatile @Nullable String version;

    DockerEngine(DockerSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** All containers of the project, those that have ended too. */
    JsonNode containers() throws IOException, InterruptedException {
        String filters =
                json.writeValueAsString(Map.of("label", List.of("com.docker.compose.project=" + settings.project())));
        return read("/containers/json?all=1&filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8));
    }

    JsonNode inspect(String id) throws IOException, InterruptedException {
        return read("/containers/" + id + "/json");
    }

    JsonNode stats(String id) throws IOException, InterruptedException {
        return read("/containers/" + id + "/stats?stream=false");
    }

    /** The last lines of what it has written. */
    String log(String id, int lines) throws IOException, InterruptedException {
        byte[] raw = bytes("/containers/" + id + "/logs?stdout=1&stderr=1&tail=" + lines);
        return new String(unframed(raw), StandardCharsets.UTF_8);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return json.readTree(bytes(path));
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        return get("/v" + version() + path).body();
    }

    /** Engine 29 refuses versions below 1.44, and older ones those above their own. */
    private String version() throws IOException, InterruptedException {
        String known = version;
        if (known == null) {
            String offered = get("/_ping").headers().firstValue("Api-Version").orElse(NEWEST_KNOWN);
            known = minor(offered) < minor(NEWEST_KNOWN) ? offered : NEWEST_KNOWN;
            version = known;
        }
        return known;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1).replaceAll("\\D.*", ""));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(settings.at(path)).timeout(DEADLINE).build();
        HttpResponse<byte[]> answer = client.send(
                request,
                about -> HttpResponse.BodySubscribers.mapping(
                        HttpResponse.BodySubscribers.ofInputStream(), DockerEngine::bounded));
        if (answer.statusCode() != OK) {
            version = null;
            throw new IOException("Docker answers with status " + answer.statusCode());
        }
        return answer;
    }

    private static byte[] bounded(InputStream body) {
        try (body) {
            return body.readNBytes(LARGEST);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Without a terminal each piece of a log has a header: the stream, three zeros, and its length in four bytes. */
    private static byte[] unframed(byte[] raw) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ByteBuffer left = ByteBuffer.wrap(raw);
        while (left.remaining() >= FRAME_HEADER) {
            int start = left.position();
            int stream = left.getInt();
            int length = left.getInt();
            boolean framed = (stream & 0x00FFFFFF) == 0 && stream >>> 24 <= 2 && length >= 0;
            if (!framed) {
                left.position(start);
                break;
            }
            int there = Math.min(length, left.remaining());
            text.write(raw, left.position(), there);
            left.position(left.position() + there);
        }
        text.write(raw, left.position(), left.remaining());
        return text.toByteArray();
    }
}
