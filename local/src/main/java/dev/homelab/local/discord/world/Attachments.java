package dev.homelab.local.discord.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The addresses of attached files: signed, and of use for a day. */
public final class Attachments {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private final World world;
    private volatile String origin = "http://localhost";

    Attachments(World world) {
        this.world = world;
    }

    /** Where files are served, such as {@code http://localhost:8090}. */
    public void origin(String address) {
        this.origin = address;
    }

    ObjectNode json(Message message, Attachment file) {
        String url = url(message.channelId, file);
        ObjectNode json = Json.object()
                .put("id", Long.toString(file.id()))
                .put("filename", file.filename())
                .put("size", file.bytes().length)
                .put("url", url)
                .put("proxy_url", url);
        if (file.contentType() != null) {
            json.put("content_type", file.contentType());
        }
        if (file.description() != null) {
            json.put("description", file.description());
        }
        return message.isEphemeral() ? json.put("ephemeral", true) : json;
    }

    String url(long channelId, Attachment file) {
        long expires = world.now().plus(LIFETIME).getEpochSecond();
        String name = java.net.URLEncoder.encode(file.filename(), java.nio.charset.StandardCharsets.UTF_8);
        return "%s/attachments/%d/%d/%s?ex=%x&hm=%x"
                .formatted(origin, channelId, file.id(), name.replace("+", "%20"), expires, mark(file.id(), expires));
    }

    /** The file, or null when there is none, the address was changed, or it has expired. */
    public @Nullable Attachment open(long channelId, long fileId, long expires, long mark) {
        Channel channel = world.state.channels.get(channelId);
        if (channel == null
                || mark != mark(fileId, expires)
                || !Instant.ofEpochSecond(expires).isAfter(world.now())) {
            return null;
        }
        return channel.messages.values().stream()
                .flatMap(message -> message.attachments.stream())
                .filter(file -> file.id() == fileId)
                .findFirst()
                .orElse(null);
    }

    private static long mark(long fileId, long expires) {
        return (fileId * 0x9E3779B97F4A7C15L ^ expires) >>> 1;
    }
}
