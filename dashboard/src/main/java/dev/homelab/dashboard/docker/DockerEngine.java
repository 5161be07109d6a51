package dev.homelab.dashboard.docker;

import dev.homelab.common.http.OutboundHttp;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Docker's HTTP API, the few reading calls of it, in the newest version that both sides know. */
@Component
class DockerEngine {

    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(2), Duration.ofSeconds(5), DataSize.ofMegabytes(4));
    private static final int FRAME_HEADER = 8;
    private static final String NEWEST_KNOWN = "1.47";

    private final RestClient client;
    private final DockerSettings settings;
    private final JsonMapper json;
    private volatile @Nullable String version;

    DockerEngine(RestClient.Builder builder, DockerSettings settings, JsonMapper json) {
        this.client = HTTP.applyTo(builder.clone()).build();
        this.settings = settings;
        this.json = json;
    }

    /** All containers of the project, those that have ended too. */
    JsonNode containers() {
        String filters =
                json.writeValueAsString(Map.of("label", List.of("com.docker.compose.project=" + settings.project())));
        return read("/containers/json?all=1&filters=" + URLEncoder.encode(filters, StandardCharsets.UTF_8));
    }

    JsonNode inspect(String id) {
        return read("/containers/" + id + "/json");
    }

    JsonNode stats(String id) {
        return read("/containers/" + id + "/stats?stream=false");
    }

    /** The last lines of what it has written. */
    String log(String id, int lines) {
        byte[] raw = bytes("/containers/" + id + "/logs?stdout=1&stderr=1&tail=" + lines);
        return new String(unframed(raw), StandardCharsets.UTF_8);
    }

    private JsonNode read(String path) {
        return json.readTree(bytes(path));
    }

    private byte[] bytes(String path) {
        byte[] body = get("/v" + version() + path).getBody();
        return body == null ? new byte[0] : body;
    }

    /** Engine 29 refuses versions below 1.44, and older ones those above their own. */
    private String version() {
        String known = version;
        if (known == null) {
            String offered = Optional.ofNullable(get("/_ping").getHeaders().getFirst("Api-Version"))
                    .orElse(NEWEST_KNOWN);
            known = minor(offered) < minor(NEWEST_KNOWN) ? offered : NEWEST_KNOWN;
            version = known;
        }
        return known;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1).replaceAll("\\D.*", ""));
    }

    private ResponseEntity<byte[]> get(String path) {
        try {
            return client.get().uri(settings.at(path)).retrieve().toEntity(byte[].class);
        } catch (HttpClientErrorException.NotFound e) {
            throw e;
        } catch (RestClientException e) {
            version = null;
            throw e;
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
