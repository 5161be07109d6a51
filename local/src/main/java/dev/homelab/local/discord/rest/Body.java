package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
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

    /** Refused with 413 when it is larger than the server takes, and with 50109 when it is no JSON. */
    static Body read(Context context) {
        try {
            return context.isMultipartFormData() ? parts(context) : whole(context.body());
        } catch (HttpResponseException e) {
            throw (e.getStatus() == 413 ? DiscordError.TOO_LARGE : DiscordError.INVALID_JSON).exception();
        } catch (IllegalStateException | UncheckedIOException e) {
            throw DiscordError.INVALID_JSON.exception();
        }
    }

    private static Body parts(Context context) {
        String payload = context.formParam("payload_json");
        return new Body(payload == null ? Json.object() : json(payload), files(context));
    }

    private static Body whole(String text) {
        return text.isBlank() ? NONE : new Body(json(text), Map.of());
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            throw DiscordError.INVALID_JSON.exception();
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
