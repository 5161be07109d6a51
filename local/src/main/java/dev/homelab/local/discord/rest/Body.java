package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request's JSON, and the files that came with it. */
record Body(@Nullable JsonNode content, Map<Integer, Draft.Upload> files) {

    static final Body NONE = new Body(null, Map.of());

    static Body read(Context context) {
        if (context.isMultipartFormData()) {
            String payload = context.formParam("payload_json");
            return new Body(payload == null ? Json.object() : json(payload), files(context));
        }
        String text = context.body();
        return text.isBlank() ? NONE : new Body(json(text), Map.of());
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            throw new DiscordError(400, 50109, "The request body contains invalid JSON.", null).exception();
        }
    }

    private static Map<Integer, Draft.Upload> files(Context context) {
        Map<Integer, Draft.Upload> files = new LinkedHashMap<>();
        for (Map.Entry<String, List<UploadedFile>> part :
                context.uploadedFileMap().entrySet()) {
            if (part.getKey().matches("files\\[\\d{1,3}]")) {
                int number = Integer.parseInt(part.getKey().replaceAll("\\D", ""));
                files.put(number, upload(part.getValue().getFirst()));
            }
        }
        return files;
    }

    private static Draft.Upload upload(UploadedFile file) {
        try (var content = file.content()) {
            return new Draft.Upload(file.filename(), file.contentType(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
