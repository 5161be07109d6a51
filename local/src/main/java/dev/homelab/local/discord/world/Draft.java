package dev.homelab.local.discord.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message to be: the body as sent to Discord, and the files beside it by the number in {@code files[n]}.
 */
public record Draft(ObjectNode body, Map<Integer, Upload> files) {

    /** A file as uploaded. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Upload(String filename, @Nullable String contentType, byte[] bytes) {}

    public static Draft of(ObjectNode body) {
        return new Draft(body, Map.of());
    }

    public static Draft text(String content) {
        return of(Json.object().put("content", content));
    }

    /** The text with files. */
    public static Draft text(String content, List<Upload> uploads) {
        Map<Integer, Upload> numbered = new java.util.LinkedHashMap<>();
        uploads.forEach(upload -> numbered.put(numbered.size(), upload));
        return new Draft(Json.object().put("content", content), numbered);
    }
}
