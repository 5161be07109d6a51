package dev.homelab.discordbot.api;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Why a body could not be read, without a word of Java. */
final class UnreadableBody {

    private UnreadableBody() {}

    static String sentence(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case DatabindException e
            when e.getCause() instanceof IllegalArgumentException missing ->
                path(e.getPath(), ".") + missing.getMessage();
            case DatabindException e
            when !e.getPath().isEmpty() -> path(e.getPath(), "") + " is missing or of the wrong kind.";
            case InputCoercionException e -> path(e.getPath(), "") + " is not a number of that size.";
            case DatabindException _ -> "The body must be a JSON object.";
            case JacksonException _ -> "The body is not JSON.";
            case null, default -> "The body is missing.";
        };
    }

    /** As in {@code questions[0].label}; {@code end} comes after one that is not empty. */
    private static String path(List<Reference> references, String end) {
        String path = references.stream()
                .map(each ->
                        each.getPropertyName() == null ? "[" + each.getIndex() + "]" : "." + each.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : (path.startsWith(".") ? path.substring(1) : path) + end;
    }
}
